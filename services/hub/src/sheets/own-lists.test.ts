import { expect, it } from 'vitest'
import { refuseOwnList } from './own-lists.ts'

const rowsOf = (...rows: string[]) => rows.map((cells, at) => ({ row: at + 1, cells: cells.split(',') }))

it('a list that the hub wrote for reading is refused with its reason and the command for what comes back', () => {
  expect(() =>
    refuseOwnList(
      rowsOf(
        '序号,事件编号,部门,事件,事件类型,来源编号',
        '1,e-1,财政,发放,finance.PaymentDisbursed.v2,M-1',
        '2,e-2,财政,发放,finance.PaymentDisbursed.v2,M-2',
        '3,e-3,民政,死亡,civil-affairs.DeathRegistered.v1,D-1',
      ),
    ),
  ).toThrow(
    /没有加密内容.*hub sheets export finance\.PaymentDisbursed\.v2 --to finance\.PaymentDisbursed\.v2\.csv ; hub sheets export civil-affairs\.DeathRegistered\.v1 --to/,
  )
  expect(() => refuseOwnList(rowsOf('序号,人员编号,姓名,优抚身份'))).toThrow(/现状.*hub sheets export TYPE/)
  expect(() => refuseOwnList(rowsOf('序号,报表行,指标编码,指标'))).toThrow(/汇总数字/)
  expect(() => refuseOwnList(rowsOf('对账单 reconciliation', '结果 result,行数 rows'))).toThrow(/原表/)
  expect(() => refuseOwnList(rowsOf('编号,身份证号', 'M-1,430302196803142018'))).not.toThrow()
})
