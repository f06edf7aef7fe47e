import { commonColumns, personHeadings, type SheetFormat } from '@hub/intake/sheet/sheet-format.ts'

/** 代发明细: what the bank has paid out; a row is one payment to one person. */
export const disbursementSheet: SheetFormat = {
  titleZh: '代发明细',
  titleEn: 'list of payments made',
  department: 'finance',
  system: 'disbursement-sheet',
  type: 'finance.PaymentDisbursed.v2',
  columns: [
    { headings: ['流水号', '编号', '明细编号', '代发流水号'], cell: 'number', to: ['/id'], needed: true },
    { headings: personHeadings, cell: 'citizenNumber', to: ['/data/person/citizenNumber'], needed: true },
    {
      headings: ['支付指令号', '支付指令编号', '指令号', '支付令号'],
      cell: 'number',
      to: ['/data/orderId'],
      needed: true,
    },
    { headings: ['金额', '实发金额', '代发金额', '发放金额'], cell: 'yuan', to: ['/data/amount'], needed: true },
    { headings: ['付款日期', '支付日期', '发放日期', '入账日期'], cell: 'day', to: ['/data/paidOn'], needed: true },
    { headings: ['银行流水号', '银行流水', '交易流水号'], cell: 'number', to: ['/data/bankRef'], needed: true },
    ...commonColumns,
  ],
  datedBy: '/data/paidOn',
}
