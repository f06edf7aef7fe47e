import { type Fault, faultsOf, httpRefusals } from '@hub/runtime/problem.ts'
import { formRefusals } from '@hub/schemas/form-refusals.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** Why a decision does not stand, or is not taken just now. */
export const decisionRefusals = defineRefusals('decisions', {
  DECISION_REFUSED: {
    status: 422,
    en: [
      'Decision refused',
      'The decision has the faults listed in errors; nothing was recorded. Put them right and decide again.',
    ],
    zh: ['决定未被采纳', '该决定存在 errors 所列问题，未作任何记录，请改正后重新提交。'],
  },
  DECISION_NOT_NOW: {
    status: 503,
    en: [
      'No decision just now',
      'Nothing in the decision has to change; errors says what stood in its way. Ask the same again after the seconds in Retry-After: what is decided already is not decided twice.',
    ],
    zh: [
      '暂时无法作出决定',
      '该决定无需修改，受阻原因见 errors。请在 Retry-After 所示秒数后原样重试，已作出的决定不会重复记录。',
    ],
  },
  NAME_TAKEN: {
    status: 422,
    en: [
      'a report of this name is frozen for another moment, region or windows',
      'Give the new report a name of its own.',
    ],
    zh: ['同名报表已按另一时点、范围或口径定稿', '请另取名称。'],
  },
  MOMENT_NOT_ANSWERED: {
    status: 422,
    en: [
      'the moment lies in the future or before the store was founded, or the position is none of this store',
      'Correct the moment.',
    ],
    zh: ['时点晚于当前时间或早于建库时间，或该位置不属于本存储库', '请更正时点。'],
  },
  WINDOW_REFUSED: {
    status: 422,
    en: [
      'the report has no window of one of these names, or one is out of its bounds',
      '`hub report windows` and docs/reference/report.md name the windows and what each takes.',
    ],
    zh: [
      '工作报告没有其中某一口径参数，或其取值超出范围',
      '口径参数及其取值范围见 `hub report windows` 或 docs/reference/report.md。',
    ],
  },
  REGION_NOT_SERVED: {
    status: 422,
    en: ['no office of the served city lies in this region', 'Give a region of the city, or none for all.'],
    zh: ['该区划内没有本市机构', '请填写本市区划代码；不填则为全部。'],
  },
  DECISION_TOO_LARGE: {
    status: 422,
    en: ['the decision would be larger than an entry of the log can be', 'Say less in it; nothing was recorded.'],
    zh: ['该决定超出日志单条记录的上限', '请精简内容；未作任何记录。'],
  },
  FIGURES_AWAY: {
    status: 503,
    en: [
      'the gateway that counts the figures does not answer',
      'Ask the same again shortly; if it lasts, tell the operators.',
    ],
    zh: ['统计数字的网关没有应答', '请稍后原样重试；若持续如此，请告知运维人员。'],
  },
  STORE_AWAY: {
    status: 503,
    en: [
      'the event store does not answer; whether the decision is recorded is not known',
      'Ask the same again: what is decided already is not decided twice.',
    ],
    zh: ['事件库没有应答，尚不知该决定是否已记录', '请原样重试，已作出的决定不会重复记录。'],
  },
  DECISION_CONTENDED: {
    status: 503,
    en: [
      'others decide about the same thing at the same time, again and again',
      'Look at how it stands now, then ask again.',
    ],
    zh: ['同一事项正被他人反复同时处理', '请先查看现状，再重试。'],
  },
})

const { NOT_YET } = httpRefusals
const ofDecisions = { ...formRefusals, ...decisionRefusals, NOT_YET }

export type DecisionRefusalCode = keyof typeof ofDecisions

/** A reason at a place of what was asked. */
export const refusalFault: (code: DecisionRefusalCode, pointer: string) => Fault = faultsOf(ofDecisions)

/** Whether it is a matter of the moment: nothing in what was asked has to change. */
export const isDelay = (code: DecisionRefusalCode): boolean => ofDecisions[code].status === 503
