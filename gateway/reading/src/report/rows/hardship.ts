import { type Figure, rowOf } from '../figure.ts'
import { whole } from './day-windows.ts'

const hardship = rowOf(24, whole)

/** Row 24: households of low income, and aid in hardships from the application to the end of the hardship. */
export const hardshipFigures: readonly Figure[] = [
  hardship.distinct(
    ['low-income-households', '低收入家庭', 'Households of low income'],
    'LowIncomeHouseholdIdentified',
    [['household']],
  ),
  hardship.count(['hardship-aid-applied', '帮扶援助申请', 'Applications for aid'], 'HardshipAidApplied'),
  hardship.count(['hardship-aid-approved', '批准帮扶援助', 'Applications approved'], 'HardshipAidApproved'),
  hardship.count(['hardship-aid-declined', '不予批准帮扶援助', 'Applications declined'], 'HardshipAidDeclined'),
  hardship.sum(['hardship-aid-money', '帮扶援助资金', 'Money approved'], 'money', 'HardshipAidApproved', ['amount']),
  hardship.persons(
    ['hardship-overcome', '帮扶后困难消除', 'Who overcame a hardship after aid was approved'],
    'HardshipClosed',
    { where: [{ field: 'reason', in: ['困难消除'] }, { also: ['HardshipAidApproved'] }] },
  ),
]
