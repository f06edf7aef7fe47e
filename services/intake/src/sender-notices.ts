import { faultsOf } from '@hub/runtime/problem.ts'
import { defineNotices } from '@hub/schemas/notice.ts'

/** What a sender is told of an event that is taken: its envelope is not kept whole. */
export const senderNotices = defineNotices('intake', {
  ATTRIBUTE_LEFT_OUT: {
    en: ['the hub does not keep this attribute', 'Nothing is to be done. What is to be kept belongs in data.'],
    zh: ['枢纽不保存该属性', '无需处理；需要保存的内容请放入 data。'],
  },
  LEAP_SECOND: {
    en: ['the leap second is kept as the last millisecond before it', 'Nothing is to be done.'],
    zh: ['闰秒按其前一毫秒保存', '无需处理。'],
  },
})

/** A notice about a part of an envelope. */
export const senderNotice = faultsOf(senderNotices)
