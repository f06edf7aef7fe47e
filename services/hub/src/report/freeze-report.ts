import type { FrozenContent } from '@hub/reading/report/frozen-report.ts'
import { holdsCitizenNumber } from '@hub/schemas/values/citizen-number.ts'

/** What is asked to be frozen: a name, who freezes, and which moment and region; nothing set means now, and all. */
export type FreezeRequest = {
  reportName: string
  frozenBy: string
  note?: string | undefined
  asOf?: string | undefined
  asKnownAt?: { time?: string | undefined; position?: string | undefined } | undefined
  ofRegion?: string | undefined
}

export type FreezeRefusal = {
  code: 'NAME_TAKEN' | 'PERSONAL_VALUE' | 'NOT_YET' | 'MOMENT_NOT_ANSWERED'
  message: string
  messageZh: string
}

const refusals = {
  NAME_TAKEN: [
    'a report of this name is frozen for another moment or region; give the new one a name of its own',
    '同名报表已按另一时点或范围定稿，请另取名称',
  ],
  PERSONAL_VALUE: ['the name or the note holds a citizen number; leave it out', '名称或备注中含有公民身份号码，请删去'],
  MOMENT_NOT_ANSWERED: [
    'asOf or asKnownAt lies in the future or before the store was founded, or the position is none of this store',
    'asOf 或 asKnownAt 晚于当前时间或早于建库时间，或该位置不属于本存储库',
  ],
  NOT_YET: [
    'the views have not come to what is recorded already; freeze again shortly',
    '视图尚未跟上已入库的事实，请稍后再定稿',
  ],
} as const satisfies Record<FreezeRefusal['code'], readonly [string, string]>

/** A refusal, in both languages. */
export const refused = (code: FreezeRefusal['code']): FreezeRefusal => {
  const [message, messageZh] = refusals[code]
  return { code, message, messageZh }
}

/** What speaks against a request whatever is frozen already; undefined when nothing does. */
export const refusalOf = ({ reportName, note = '' }: FreezeRequest): FreezeRefusal | undefined =>
  holdsCitizenNumber(reportName) || holdsCitizenNumber(note) ? refused('PERSONAL_VALUE') : undefined

/**
 * Freezes a report under its name, unless it is frozen: asking again gives nothing new, asking under the same name for
 * another moment or region is refused. `counted` is what the request comes to.
 */
export const freeze = (
  counted: FrozenContent,
  frozen: FrozenContent | undefined,
  asked: Pick<FreezeRequest, 'asOf' | 'asKnownAt' | 'ofRegion'>,
): readonly FrozenContent[] | FreezeRefusal => {
  if (!frozen) return [counted]
  const pinned = asked.asKnownAt !== undefined
  const same =
    frozen.ofRegion === counted.ofRegion &&
    (asked.asOf === undefined || frozen.asOf === counted.asOf) &&
    (!pinned || frozen.position === counted.position)
  return same ? [] : refused('NAME_TAKEN')
}
