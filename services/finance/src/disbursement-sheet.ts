import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import { sheetFormatOf } from '@hub/intake/sheet/type-format.ts'
import { PaymentDisbursed } from '@hub/schemas/finance/disbursement.ts'

/** 代发明细: what the bank has paid out; a row is one payment to one person. */
export const disbursementSheet: SheetFormat = sheetFormatOf(PaymentDisbursed, {
  titleZh: '代发明细',
  titleEn: 'list of payments made',
  system: 'disbursement-sheet',
  headings: {
    '/id': ['流水号', '编号', '明细编号', '代发流水号'],
    '/data/orderId': ['支付指令号', '支付指令编号', '指令号', '支付令号'],
    '/data/amount': ['金额', '实发金额', '代发金额', '发放金额'],
    '/data/paidOn': ['付款日期', '支付日期', '发放日期', '入账日期'],
    '/data/bankRef': ['银行流水号', '银行流水', '交易流水号'],
  },
  datedBy: '/data/paidOn',
})
