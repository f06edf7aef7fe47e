import { type Fault, faultsOf } from '@hub/runtime/problem.ts'
import { formRefusals } from '@hub/schemas/form-refusals.ts'
import { mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { citing, type LegalEntry } from '@hub/schemas/law/legal-rule.ts'
import { defineRefusals, type Refusals } from '@hub/schemas/refusal.ts'
import { ruleRefusals } from '@hub/schemas/rules/rule-catalogue.ts'

/** What the intake finds wrong in an event beside its form. */
export const eventRefusals = defineRefusals('intake', {
  TYPE_UNKNOWN: {
    status: 422,
    en: ['the hub knows no such event type', 'See /openapi.json for the types.'],
    zh: ['枢纽没有该事件类型', '类型见 /openapi.json。'],
  },
  VERSION_UNKNOWN: {
    status: 422,
    en: ['the event type has no such version', 'Use a version of the schema.'],
    zh: ['该事件类型没有此版本', '请使用模式中的版本。'],
  },
  TYPE_OF_ANOTHER_DEPARTMENT: {
    status: 422,
    en: ["this type is another department's to say", "Send it at that department's intake, or not at all."],
    zh: ['该类型应由其他部门报送', '请由有权部门报送。'],
  },
  SOURCE_OF_ANOTHER_DEPARTMENT: {
    status: 422,
    en: ["the source is another department's", 'Use /departments/<your department>/<system>.'],
    zh: ['来源属于其他部门', '请使用本部门的来源。'],
  },
  ATTRIBUTE_UNREADABLE: {
    status: 422,
    en: [
      'the ce- header of this attribute cannot be read',
      'Send it once, percent-encoded as UTF-8 (CloudEvents HTTP binding, 3.1.3.2): a percent sign is %25.',
    ],
    zh: ['该属性的 ce- 请求头无法读取', '请只发送一次，并按 UTF-8 百分号编码（百分号本身写作 %25）。'],
  },
  ATTRIBUTE_MISSPELT: {
    status: 422,
    en: ['this looks like an attribute of the hub that is misspelt', 'Correct its name, or leave it out.'],
    zh: ['该属性疑似拼写有误', '请更正属性名或将其删除。'],
  },
  ATTRIBUTE_OF_DATA: {
    status: 422,
    en: ['this is a field of data, and stands beside it', 'Put it into data.'],
    zh: ['该字段属于 data，却写在 data 之外', '请放入 data。'],
  },
  DATA_TWICE: {
    status: 422,
    en: ['data and data_base64 are both there', 'Send data alone.'],
    zh: ['data 与 data_base64 同时存在', '请只保留 data。'],
  },
  DATA_BASE64: {
    status: 422,
    en: ['data_base64 holds no JSON in base64', 'Send the data as JSON in data.'],
    zh: ['data_base64 不是 JSON 的 base64 编码', '请将数据以 JSON 放入 data。'],
  },
  TIME: {
    status: 422,
    en: ['a time with date, seconds and offset is needed', 'Send 2025-03-01T09:30:00+08:00.'],
    zh: ['应为带时区的完整时刻', '例如 2025-03-01T09:30:00+08:00。'],
  },
  TIME_IN_THE_FUTURE: {
    status: 422,
    en: ['the time is more than five minutes ahead', "Set the system's clock; planned dates belong in the data."],
    zh: ['时间超前五分钟以上', '请校准系统时钟；计划日期请放入 data。'],
  },
  SUBJECT_OF_A_PERSON: {
    status: 422,
    en: ['the stream of a person is not named from outside', 'Leave subject out: name the person in the data.'],
    zh: ['不接受由外部填写人员的 subject', '请不要填写 subject，人员在 data 中指明。'],
  },
  SUBJECT_DIFFERS: {
    status: 422,
    en: ['the subject is not the stream that the data names', 'Leave subject out: the hub derives it.'],
    zh: ['subject 与 data 中所填的流名称不符', '请不要填写 subject，由枢纽推导。'],
  },
  PERSON_BY_ID: {
    status: 422,
    en: ["person ids are the hub's own", 'Name the person by { citizenNumber }.'],
    zh: ['personId 仅供枢纽内部使用', '请以 { citizenNumber } 指明人员。'],
  },
  REFERENCE_NOT_OWNED: {
    status: 422,
    en: [
      'another department keeps these: its local number says nothing here',
      "Give the stream name that the owner's receipt shows.",
    ],
    zh: ['该编号由其他部门编制', '请填写编制部门回执中的流名称。'],
  },
  REFERENCE_CATEGORY: {
    status: 422,
    en: ['this is the stream name of something else', 'Give the stream name of the right kind.'],
    zh: ['该流名称属于其他类别', '请填写正确类别的流名称。'],
  },
  REPLACES_NEEDED: {
    status: 422,
    en: ['replaces is needed', 'Name the fact as <source>#<id>.'],
    zh: ['缺少 replaces', '请以 <来源>#<id> 指明事实。'],
  },
  REPLACES_OF_ANOTHER_DEPARTMENT: {
    status: 422,
    en: ["the fact named is another department's", 'Only the department that said it may correct it.'],
    zh: ['所指事实属于其他部门', '只有原报送部门可以更正。'],
  },
  REPLACES_ITSELF: {
    status: 422,
    en: ['the event replaces itself', 'A correction has an id of its own.'],
    zh: ['事件替代自身', '更正应使用新的 id。'],
  },
  REASON_WITHOUT_REPLACES: {
    status: 422,
    en: ['replacesreason without replaces', 'Add replaces, or leave the reason out.'],
    zh: ['有 replacesreason 而无 replaces', '请补上 replaces 或去掉原因。'],
  },
  PERSON_OR_STREAM: {
    status: 422,
    en: [
      'exactly one of person, stream and replacesreceipt is needed',
      'Name what the fact was about, or give its receipt.',
    ],
    zh: ['person、stream 与 replacesreceipt 须且只能填一个', '请指明该事实的对象，或填写其回执。'],
  },
  RECEIPT_WITHOUT_RETRACTION: {
    status: 422,
    en: [
      'replacesreceipt belongs to a retraction, beside replaces',
      'Leave it out: what else is said names its person.',
    ],
    zh: ['replacesreceipt 仅用于撤回，且须同时填写 replaces', '请去掉该属性：其他事件在 data 中指明人员。'],
  },
  RECEIPT_OF_ANOTHER_FACT: {
    status: 422,
    en: [
      'this is no receipt of the fact that replaces names',
      'Ask for it: GET /<department>/submissions?source=…&id=….',
    ],
    zh: ['该回执不是 replaces 所指事实的回执', '请查询：GET /<部门>/submissions?source=…&id=…。'],
  },
  REASON_LIES_OPEN: {
    status: 422,
    en: [
      'the fact names nobody, so the words of a reason would lie open',
      'Leave reason out; replacesreason says why it is taken back.',
    ],
    zh: ['该事实未指明人员，撤回原因的文字将以明文保存', '请去掉 reason，用 replacesreason 说明撤回原因。'],
  },
  PERSON_ERASED: {
    status: 422,
    en: ['the records of this person were erased', 'Do not send facts about this person.'],
    zh: ['该人员的记录已依法销毁', '请勿再报送该人员的事实。'],
  },
  EVENT_TOO_LARGE: {
    status: 422,
    en: [
      'the event is larger than an entry of the log: 65,535 bytes with all that the hub adds',
      'Keep documents in their own system; send their numbers.',
    ],
    zh: ['事件过大：连同枢纽附加的内容不得超过 65,535 字节', '附件请留在原系统，只报送编号。'],
  },
  MORE_FAULTS: {
    status: 422,
    en: ['there are more faults than are listed', 'Put right those that are listed, and send it again.'],
    zh: ['问题未全部列出', '请先改正已列出的问题，再重新报送。'],
  },
  CODE_WITHDRAWN: {
    status: 422,
    en: ['this code is no longer used', 'Use the code that took its place; a late fact says the day of its own time.'],
    zh: ['该代码已停用', '请改用现行代码；补报旧事实请填写其发生日期。'],
  },
})

const ofEvents = { ...formRefusals, ...ruleRefusals, ...eventRefusals }

export type FaultCode = keyof typeof ofEvents

/** A fault of an event at a place, in words more exact than the catalogue's where there are such. */
export const fault = faultsOf(ofEvents)

/** What makes faults that rest on the law of a catalogue: the message names the article. */
export const faultsByLawOf =
  <Code extends string>(catalogue: Refusals<Code>) =>
  (code: Code, pointer: string, law: Pick<LegalEntry, 'article'>): Fault =>
    faultsOf(catalogue)(code, pointer, citing(catalogue[code], law))

/** Most faults that are told of one event. */
export const mostFaults = 100

/** The first faults and, where there are more, one that says how many. */
export const firstFaults = (faults: readonly Fault[], most: number = mostFaults): readonly Fault[] => {
  const more = faults.length - most
  if (more <= 0) return faults
  const words = { en: `and ${more} more faults`, zh: `另有 ${more} 处问题未列出` }
  return [...faults.slice(0, most), fault('MORE_FAULTS', '', words)]
}

/** An event that is too large for an entry of the log, with the bytes that it would have at least. */
export const entryTooLarge = (bytes: number): Fault =>
  fault('EVENT_TOO_LARGE', '/data', {
    en: `it would be an entry of ${bytes} bytes; one has at most ${mostEntryBytes}`,
    zh: `连同枢纽附加的内容共 ${bytes} 字节，不得超过 ${mostEntryBytes} 字节`,
  })

/**
 * A check of an event beside the rules that its type declares, given data that its schema has passed, and the envelope's
 * time (UTC). Pointers begin at the data.
 */
export type Check = (data: Readonly<Record<string, unknown>>, envelopeTime: string) => readonly Fault[]

/** The checks of a department by event name, each under the code with which it refuses. */
export type Checks = Readonly<Record<string, Readonly<Record<string, Check>>>>
