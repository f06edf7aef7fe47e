import { faultsOf } from '@hub/runtime/problem.ts'
import { defineNotices } from '@hub/schemas/notice.ts'

/** What a sender is told of an event that is taken: its envelope is not kept whole. */
export const senderNotices = defineNotices('intake', {
  ATTRIBUTE_LEFT_OUT: {
    en: ['the hub does not keep this attribute', 'Nothing is to be done. What is to be kept belongs in data.'],
    zh: ['枢纽不保存该属性', '无需处理；需要保存的内容请放入 data。'],
  },
  NAME_SPELLED: {
    en: [
      'the name is kept in its one spelling: the middle dot, spaces, width or form of its characters were others',
      'Nothing is to be done. Whoever is written so in your system is found all the same.',
    ],
    zh: ['姓名按统一写法保存（间隔号、空格、全半角或字形有调整）', '无需处理；按原写法查询同样可以查到。'],
  },
  LEAP_SECOND: {
    en: ['the leap second is kept as the last millisecond before it', 'Nothing is to be done.'],
    zh: ['闰秒按其前一毫秒保存', '无需处理。'],
  },
})

/** A notice about a part of an envelope. */
export const senderNotice = faultsOf(senderNotices)
