import { catalogue } from '@hub/schemas/catalogue.ts'
import { laws } from '@hub/schemas/law/laws.ts'
import type { LegalEntry, LegalRule } from '@hub/schemas/law/legal-rule.ts'
import { page, table } from './markdown.ts'

/** From when to when it is in force, in both languages. */
export const inForce = ({ from, until }: Pick<LegalEntry, 'from' | 'until'>): string => {
  if (from !== undefined && until !== undefined) return `${from} 至 to ${until}`
  if (from !== undefined) return `${from} 起 on`
  return until === undefined ? '一直 always' : `至 to ${until}`
}

const entryRow = (entry: LegalEntry) => [
  inForce(entry),
  entry.province ?? '全国 country',
  `${entry.decides.zh}<br>${entry.decides.en}`,
  `${entry.article.zh}<br>${entry.article.en}`,
  entry.assumed ? '推定 assumed' : '',
]

const restingOn = (rule: LegalRule) =>
  catalogue.filter(({ law }) => law.includes(rule)).map(({ titleZh, name }) => `${titleZh} \`${name}\``)

/** The law on which the hub decides or refuses something, with its dates of force. */
export const lawPage = (): string =>
  page(
    '# 法律依据 Law',
    '事件类型和枢纽的判断所依据的法律规则。每一事实适用其发生之日有效的规则；法律修改时新增一条，旧事实仍适用旧法。“推定”为依实践推定、未查得原文的规则，各省另有规定的以省为准，默认不拒收合法事实。',
    'The rules of law on which types rest and by which the hub decides. A fact is judged by the rule of its own day; a change of law is a new entry. *Assumed* is what was not read in the law but taken from practice: a province that does otherwise gets an entry of its own, and the default refuses nothing lawful.',
    ...laws.flatMap((rule) => [
      `<a id="${rule.key}"></a>`,
      `## ${rule.titleZh} ${rule.titleEn}`,
      table(['施行 in force', '适用 where', '规定 decides', '条文 article', ''], rule.entries.map(entryRow)),
      ...(restingOn(rule).length > 0 ? [`适用于 rests on it: ${restingOn(rule).join('、')}`] : []),
    ]),
  )
