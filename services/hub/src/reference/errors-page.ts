import { refusals } from '@hub/decisions/refusals.ts'
import { limitCatalogue } from '@hub/graphql/limits/limits.ts'
import { errorCodes } from '@hub/graphql/schema/errors.ts'
import { faultCatalogue } from '@hub/intake/fault.ts'
import { cellFaultCatalogue } from '@hub/intake/legacy/cell-fault.ts'
import { formFaults } from '@hub/runtime/form-faults.ts'
import { problemCatalogue } from '@hub/runtime/problem.ts'
import { page, table } from './markdown.ts'

const faultRows = (catalogue: Readonly<Record<string, readonly [string, string, string, string]>>) =>
  Object.entries(catalogue).map(([code, [message, messageZh, whatToDo, whatToDoZh]]) => [
    `\`${code}\``,
    `${message} · ${messageZh}`,
    `${whatToDo} ${whatToDoZh}`,
  ])

/** Every code that the hub answers with. */
export const errorsPage = (): string =>
  page(
    '# Errors 错误代码',
    'No error carries a value that was sent.',
    '## GraphQL: `errors[].extensions.code`',
    table(
      ['code', 'meaning and what to do'],
      Object.entries(errorCodes).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    '## Limits of GraphQL',
    'Set by name in `GRAPHQL_LIMITS`, e.g. `GRAPHQL_LIMITS=\'{"cost": 50000}\'`. The cost of an operation stands in `extensions.cost` of every answer.',
    table(
      ['limit', 'default', 'what it holds'],
      Object.entries(limitCatalogue).map(([name, [limit, what]]) => [`\`${name}\``, String(limit), what]),
    ),
    '## HTTP: problems (RFC 9457)',
    table(
      ['code', 'status', 'title', 'what to do'],
      Object.entries(problemCatalogue).map(([code, [status, title, titleZh, detail, detailZh]]) => [
        `\`${code}\``,
        String(status),
        `${title} · ${titleZh}`,
        `${detail} ${detailZh}`,
      ]),
    ),
    '## Faults of an event: `errors[].code` of a problem',
    table(['code', 'what is wrong', 'what to do'], faultRows(faultCatalogue)),
    '## Refusals of a decision: `errors[].code` of a problem',
    'Beside those of the form of a body, which are the same as for an event:',
    table(
      ['code', 'what is wrong', 'what to do'],
      faultRows(Object.fromEntries(Object.entries(refusals).filter(([code]) => !Object.hasOwn(formFaults, code)))),
    ),
    '## Faults of a cell in a spreadsheet',
    table(['code', 'what is wrong', 'what to do'], faultRows(cellFaultCatalogue)),
  )
