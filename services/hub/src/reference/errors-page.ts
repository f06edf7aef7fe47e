import { limitCatalogue } from '@hub/graphql/limits/limits.ts'
import { answeredCodes } from '@hub/graphql/query-refusals.ts'
import type { Notices } from '@hub/schemas/notice.ts'
import type { Refusals } from '@hub/schemas/refusal.ts'
import { page, table } from './markdown.ts'
import { noticeCatalogues, refusalCatalogues } from './refusal-catalogues.ts'

const noticeTable = (catalogue: Notices) =>
  table(
    ['code', 'what is rare', 'what to do', 'owner'],
    Object.values(catalogue).map(({ code, message, messageZh, whatToDo, whatToDoZh, owner }) => [
      `\`${code}\``,
      `${message} · ${messageZh}`,
      `${whatToDo} ${whatToDoZh}`,
      `\`${owner}\``,
    ]),
  )

const refusalTable = (catalogue: Refusals) =>
  table(
    ['code', 'status', 'what is wrong', 'what to do', 'owner'],
    Object.values(catalogue).map(({ code, status, message, messageZh, whatToDo, whatToDoZh, owner }) => [
      `\`${code}\``,
      String(status),
      `${message} · ${messageZh}`,
      `${whatToDo} ${whatToDoZh}`,
      `\`${owner}\``,
    ]),
  )

/** Every code that the hub answers with. */
export const errorsPage = (): string =>
  page(
    '# Errors 错误代码',
    'Every refusal of the hub, by the package that owns it. A code means the same wherever it stands. No error carries a value that was sent.',
    'Over HTTP a refusal is a problem (RFC 9457): `title` says what is wrong, `detail` what to do, `titleZh` and `detailZh` the same in Chinese; `errors[]` are faults of single parts, each with its JSON Pointer. Where a fault stands in `errors[]`, the status is that of the problem. In GraphQL it is an error with `message`, and `extensions` with `code`, `messageZh`, `whatToDo` and `whatToDoZh`.',
    `GraphQL answers with these codes: ${Object.keys(answeredCodes)
      .map((code) => `\`${code}\``)
      .join(', ')}.`,
    ...refusalCatalogues.flatMap(([title, catalogue]) => [`## ${title}`, refusalTable(catalogue)]),
    '## Notices 提示',
    'An event that is rare and may be right all the same is taken, and its sender is told in `notices` beside the receipt; the dry run of a sheet counts and shows them. They are told once and are not kept: [027](../decisions/027-facts-that-contradict-themselves.md).',
    ...noticeCatalogues.map(noticeTable),
    '## Limits of GraphQL',
    'Set by name in `GRAPHQL_LIMITS`, e.g. `GRAPHQL_LIMITS=\'{"cost": 50000}\'`. The cost of an operation stands in `extensions.cost` of every answer.',
    table(
      ['limit', 'default', 'what it holds'],
      Object.entries(limitCatalogue).map(([name, [limit, what]]) => [`\`${name}\``, String(limit), what]),
    ),
  )
