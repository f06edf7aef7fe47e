import { type FaultCatalogue, faultsOf, formFaults } from '@hub/runtime/form-faults.ts'
import type { Fault } from '@hub/runtime/problem.ts'

/** Every fault that the intake finds in an event: what is wrong, what to do. */
export const faultCatalogue = {
  ...formFaults,
  TYPE_UNKNOWN: [
    'the hub knows no such event type',
    '枢纽没有该事件类型',
    'See /openapi.json for the types.',
    '类型见 /openapi.json。',
  ],
  VERSION_UNKNOWN: [
    'the event type has no such version',
    '该事件类型没有此版本',
    'Use a version of the schema.',
    '请使用模式中的版本。',
  ],
  TYPE_OF_ANOTHER_DEPARTMENT: [
    "this type is another department's to say",
    '该类型应由其他部门报送',
    "Send it at that department's intake, or not at all.",
    '请由有权部门报送。',
  ],
  SOURCE_OF_ANOTHER_DEPARTMENT: [
    "the source is another department's",
    '来源属于其他部门',
    'Use /departments/<your department>/<system>.',
    '请使用本部门的来源。',
  ],
  TIME: [
    'a time with date, seconds and offset is needed',
    '应为带时区的完整时刻',
    'Send 2025-03-01T09:30:00+08:00.',
    '例如 2025-03-01T09:30:00+08:00。',
  ],
  TIME_IN_THE_FUTURE: [
    'the time is more than five minutes ahead',
    '时间超前五分钟以上',
    "Set the system's clock; planned dates belong in the data.",
    '请校准系统时钟；计划日期请放入 data。',
  ],
  SUBJECT_DIFFERS: [
    'the subject is not the stream of this fact',
    'subject 与该事实所属的流不符',
    'Leave subject out: the hub derives it.',
    '请不要填写 subject，由枢纽推导。',
  ],
  REFERENCE_NOT_OWNED: [
    'another department keeps these: its local number says nothing here',
    '该编号由其他部门编制',
    "Give the stream name that the owner's receipt shows.",
    '请填写编制部门回执中的流名称。',
  ],
  REFERENCE_CATEGORY: [
    'this is the stream name of something else',
    '该流名称属于其他类别',
    'Give the stream name of the right kind.',
    '请填写正确类别的流名称。',
  ],
  REPLACES_NEEDED: [
    'replaces is needed',
    '缺少 replaces',
    'Name the fact as <source>#<id>.',
    '请以 <来源>#<id> 指明事实。',
  ],
  REPLACES_OF_ANOTHER_DEPARTMENT: [
    "the fact named is another department's",
    '所指事实属于其他部门',
    'Only the department that said it may correct it.',
    '只有原报送部门可以更正。',
  ],
  REPLACES_ITSELF: [
    'the event replaces itself',
    '事件替代自身',
    'A correction has an id of its own.',
    '更正应使用新的 id。',
  ],
  REASON_WITHOUT_REPLACES: [
    'replacesreason without replaces',
    '有 replacesreason 而无 replaces',
    'Add replaces, or leave the reason out.',
    '请补上 replaces 或去掉原因。',
  ],
  PERSON_OR_STREAM: [
    'exactly one of person and stream is needed',
    'person 与 stream 须且只能填一个',
    'Name what the fact was about.',
    '请指明该事实的对象。',
  ],
  PERSON_ERASED: [
    'the records of this person were erased',
    '该人员的记录已依法销毁',
    'Do not send facts about this person.',
    '请勿再报送该人员的事实。',
  ],
  EVENT_TOO_LARGE: [
    'the event has more than 64 KiB',
    '事件超过 64 KiB',
    'Keep documents in their own system; send their numbers.',
    '附件请留在原系统，只报送编号。',
  ],
  ORDER_OF_DATES: ['the end lies before the beginning', '结束早于开始', 'Correct one of the two.', '请更正其中之一。'],
  MODE_NOT_OF_CLASS: [
    'this class does not leave service in this way',
    '该类别人员不适用此退役方式',
    'Check class and discharge mode.',
    '请核对人员类别与退役方式。',
  ],
  RANK_NOT_OF_SCHEME: [
    'the rank is not in this scheme',
    '军衔不属于该制度',
    'Check rank and rank scheme.',
    '请核对军衔与军衔制度。',
  ],
  OUTCOME_NOT_OF_ACUITY: ['outcome and acuity differ', '疗效与视力不符', 'Restored is 0.8 or more.', '0.8 起为恢复。'],
  GRADE_NOT_OF_NATURE: [
    'illness gives grades 1 to 6 only',
    '因病致残只评 1 至 6 级',
    'Check nature and grade.',
    '请核对伤残性质与等级。',
  ],
  ASSERTED_FROM: ['not said who handed it over', '未注明提供部门', 'Name it in assertedFrom.', '请填写 assertedFrom。'],
  MORE_INTENTS_THAN_POSTS: ['more intents than posts', '意向数多于岗位数', 'Check the two counts.', '请核对两项数字。'],
  EXACTLY_ONE: [
    'exactly one of these fields is needed',
    '这些字段须且只能填一个',
    'Leave the others out.',
    '请去掉其余字段。',
  ],
  SAME_REFERENCE: [
    'the new bank reference is the old one',
    '新旧银行流水号相同',
    'Give the reference of the new payment.',
    '请填写重发的流水号。',
  ],
  PAYABLE_TOO_EARLY: [
    'payable before the month after approval',
    '早于批准次月计发',
    'Payment begins in the month after approval.',
    '应自批准次月起计发。',
  ],
  MORE_THAN_ALL: ['a part is more than the whole', '部分大于总数', 'Check the two figures.', '请核对两项数字。'],
  SHARES: [
    'the shares are 100 per cent together',
    '各级分担比例之和应为 100%',
    'Correct the shares.',
    '请更正分担比例。',
  ],
} as const satisfies FaultCatalogue

export type FaultCode = keyof typeof faultCatalogue

/** A fault at a place; `message` where the text of the catalogue can be more exact. */
export const fault: (code: FaultCode, pointer: string, message?: string) => Fault = faultsOf(faultCatalogue)

/** The cross-field checks of a department, by event name; given data that its schema has passed. Pointers begin at the data. */
export type Checks = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => readonly Fault[]>>
