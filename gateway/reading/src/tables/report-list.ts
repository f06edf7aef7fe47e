import type { Reader } from '../reader.ts'
import type { Scope } from '../report/fact-sql.ts'
import type { Figure, Unit } from '../report/figure.ts'
import { figures } from '../report/figures.ts'
import { unitWords } from '../report/unit-words.ts'
import { daysCounted, usedWindow, usedWindowText, windowsOf } from '../report/windows.ts'
import type { Cell, Column } from './cells.ts'
import type { AboutLine } from './export-table.ts'
import type { ExportList } from './list.ts'

const columns: readonly Column[] = [
  { heading: '报表行', width: 8 },
  { heading: '指标编码', width: 28 },
  { heading: '指标', width: 40 },
  { heading: '指标（英文）', width: 50 },
  { heading: '统计起', width: 12 },
  { heading: '统计止', width: 12 },
  { heading: '口径', width: 60 },
  { heading: '计量', width: 10 },
  { heading: '数值', width: 18 },
]

/** Money in yuan, a share as a part of 1: exact, so that a sheet can reckon with it. */
const valueCell = (value: number | null, unit: Unit): Cell => (value !== null && unit === 'money' ? value / 100 : value)

/** The work report as a table to take away. */
export const reportList = (
  reader: Pick<Reader, 'workReport'>,
  scope: Scope,
  { title, question }: { title: string; question: readonly AboutLine[] },
): ExportList<Figure> => {
  const report = reader.workReport(scope)
  return {
    title,
    question,
    columns,
    total: figures.length,
    entries: async function* () {
      yield figures
    },
    rowsOf: async (entries) =>
      entries.map((figure) => {
        const { from, to } = daysCounted(figure.window, scope.windows)
        return [
          figure.row,
          figure.key,
          figure.titleZh,
          figure.titleEn,
          from ?? null,
          to ?? null,
          windowsOf(figure)
            .map((window) => usedWindowText(usedWindow(window, scope.windows)))
            .join('；'),
          unitWords[figure.unit].zh,
          valueCell(report.value(figure), figure.unit),
        ]
      }),
    keyOf: ({ key }) => key,
    stratumOf: () => '',
  }
}
