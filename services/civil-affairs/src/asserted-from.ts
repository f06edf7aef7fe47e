import { fault } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { citing, type LegalEntry } from '@hub/schemas/law/legal-rule.ts'

type Data = Readonly<Record<string, unknown>>

/** That a court handed the fact over, by the article that gives it to the courts where one is known. */
export const saidByACourt = (data: Data, entry: LegalEntry | undefined): readonly Fault[] => {
  if (data.assertedFrom === '法院') return []
  const words = { message: 'this fact is handed over by 法院', messageZh: '该事实应由法院提供' }
  return [
    fault('ASSERTED_FROM', '/assertedFrom', entry ? citing(words, entry) : { en: words.message, zh: words.messageZh }),
  ]
}
