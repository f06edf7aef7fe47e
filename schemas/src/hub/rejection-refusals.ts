import { defineRefusals, type Refusals } from '../refusal.ts'
import type { RejectionReason } from './events.ts'

/**
 * What a receipt says of a submission that was admitted and could not be recorded. The event keeps the reason's code;
 * its words are looked up when somebody asks.
 */
export const rejectionRefusals: Refusals<RejectionReason> = defineRefusals('schemas', {
  TOO_LARGE: {
    status: 422,
    en: [
      'the event with all that the hub adds to it is larger than an entry of the log may be',
      'Keep documents in their own system; send their numbers.',
    ],
    zh: ['事件连同枢纽所加内容超过日志条目的上限', '附件请留在原系统，只报送编号。'],
  },
  ID_REUSED_WITH_OTHER_CONTENT: {
    status: 422,
    en: [
      'this source has used this id for other content in this stream',
      'Correct the fact with replaces, or give the new one an id of its own.',
    ],
    zh: ['该来源已在此流中以同一 id 报送过其他内容', '请用 replaces 更正原事实，或为新事实另取 id。'],
  },
  REPLACES_UNKNOWN: {
    status: 422,
    en: ['the fact that is to be replaced is not in this stream', 'Send the fact first, then what replaces it.'],
    zh: ['所要替代的事实不在此流中', '请先报送该事实，再报送替代它的事件。'],
  },
  REPLACES_OTHER_DEPARTMENT: {
    status: 422,
    en: [
      'the fact that is to be replaced is of another department',
      'Only the department that said it may correct it: ask there.',
    ],
    zh: ['所要替代的事实属于其他部门', '只有原报送部门可以更正，请联系该部门。'],
  },
  REPLACES_OTHER_TYPE: {
    status: 422,
    en: [
      'a correction has the type of the fact that it replaces',
      'Send the right type, or retract the fact to take it back.',
    ],
    zh: ['更正的类型须与所替代的事实相同', '请使用相同类型；若要撤回，请报送撤销。'],
  },
  PERSONAL_NUMBER: {
    status: 422,
    en: [
      'a citizen number, telephone or account number would lie open in the store',
      'Take the number out of ids and open texts, and send it again under another id.',
    ],
    zh: ['公民身份号码、电话或账号将以明文入库', '请从编号和公开文本中去掉该号码，另取 id 后重新报送。'],
  },
  REFUSED_BY_STORE: {
    status: 422,
    en: ['the event store will never take this event', 'Tell the operators the submission; send nothing again.'],
    zh: ['事件库不接受该事件', '请将该次报送告知运维人员，勿再重发。'],
  },
})
