import { type FaultCatalogue, faultsOf, formFaults } from '@hub/runtime/form-faults.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { parserOf } from '@hub/runtime/schema-faults.ts'

/** Why nothing could be decided just now: the same asked again later may be decided. */
export const delays = {
  NOT_YET: [
    'the views have not come to what is recorded already',
    '视图尚未跟上已入库的事实',
    'Ask the same again shortly.',
    '请稍后原样重试。',
  ],
  FIGURES_AWAY: [
    'the gateway that counts the figures does not answer',
    '统计数字的网关没有应答',
    'Ask the same again shortly; if it lasts, tell the operators.',
    '请稍后原样重试；若持续如此，请告知运维人员。',
  ],
  STORE_AWAY: [
    'the event store does not answer; whether the decision is recorded is not known',
    '事件库没有应答，尚不知该决定是否已记录',
    'Ask the same again: what is decided already is not decided twice.',
    '请原样重试，已作出的决定不会重复记录。',
  ],
  DECISION_CONTENDED: [
    'others decide about the same thing at the same time, again and again',
    '同一事项正被他人反复同时处理',
    'Look at how it stands now, then ask again.',
    '请先查看现状，再重试。',
  ],
} as const satisfies FaultCatalogue

/** Every reason for which a decision does not stand: what is wrong, what to do. */
export const refusals = {
  ...formFaults,
  NAME_TAKEN: [
    'a report of this name is frozen for another moment or region',
    '同名报表已按另一时点或范围定稿',
    'Give the new report a name of its own.',
    '请另取名称。',
  ],
  MOMENT_NOT_ANSWERED: [
    'the moment lies in the future or before the store was founded, or the position is none of this store',
    '时点晚于当前时间或早于建库时间，或该位置不属于本存储库',
    'Correct the moment.',
    '请更正时点。',
  ],
  REGION_NOT_SERVED: [
    'no office of the served city lies in this region',
    '该区划内没有本市机构',
    'Give a region of the city, or none for all.',
    '请填写本市区划代码；不填则为全部。',
  ],
  ...delays,
} as const satisfies FaultCatalogue

export type DecisionRefusalCode = keyof typeof refusals

/** A reason at a place of what was asked. */
export const refusalFault: (code: DecisionRefusalCode, pointer: string) => Fault = faultsOf(refusals)

/** Whether it is a matter of the moment: nothing in what was asked has to change. */
export const isDelay = (code: DecisionRefusalCode): code is keyof typeof delays => Object.hasOwn(delays, code)

/** A body as its schema takes it, or everything that is wrong with its form. */
export const parseWith = parserOf(refusals)
