import type { SheetRow } from '@hub/intake/sheet/sheet-row.ts'
import { SheetUnknown, typeMark } from './type-sheets.ts'

/** A list that the hub writes for reading: two headings that only it has, what it is, and why it says no facts. */
type OwnList = { headings: readonly string[]; en: string; zh: string; whyEn: string; whyZh: string }

const ownLists: readonly OwnList[] = [
  {
    headings: ['事件编号', '来源编号'],
    en: 'list of events',
    zh: '事件清单',
    whyEn: 'what is sealed is not in it, so an event cannot be made of its rows',
    whyZh: '其中没有加密内容，无法由各行还原事件',
  },
  {
    headings: ['人员编号', '优抚身份'],
    en: 'list of files',
    zh: '档案名单',
    whyEn: 'a row is the state that many events of several departments have made, partly masked, and none of them',
    whyZh: '每行是多个部门多件事实汇成的现状，部分内容已遮蔽，并非某一事件',
  },
  {
    headings: ['报表行', '指标编码'],
    en: 'work report',
    zh: '工作报告',
    whyEn: 'its figures count events, and say none',
    whyZh: '其中是汇总数字，并非某一事件',
  },
  {
    headings: ['结果 result', '行数 rows'],
    en: 'reconciliation of a load',
    zh: '对账单',
    whyEn: 'it counts the rows of a sheet; hand over the sheet, or its file of refused rows',
    whyZh: '其中是某次报送各行的汇总；请报送原表或其被拒行文件',
  },
]

/** Types that are named in a message. */
const typesShown = 3

/** The types that the rows of a list name, and the command that writes each so that it comes back. */
const commandsFor = (rows: readonly SheetRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => typeMark.exec(cell)?.[0] ?? [])))]
    .slice(0, typesShown)
    .map((type) => `hub sheets export ${type} --to ${type}.csv`)

/**
 * Tells a list that the hub wrote for reading, why it cannot be handed over, and how to write what can.
 * @throws {SheetUnknown}
 */
export const refuseOwnList = (rows: readonly SheetRow[]): void => {
  for (const { cells } of rows) {
    const own = ownLists.find(({ headings }) => headings.every((heading) => cells.includes(heading)))
    if (!own) continue
    const commands = commandsFor(rows)
    const how = commands.length > 0 ? commands.join(' ; ') : 'hub sheets export TYPE --to FILE.csv'
    throw new SheetUnknown(
      `this is a ${own.en} that the hub wrote, and holds no facts to hand over: ${own.whyEn}（这是枢纽导出的${own.zh}，不能报送：${own.whyZh}）. The facts of a type, to be handed over again（可再次报送的事实清单）: ${how}`,
    )
  }
}
