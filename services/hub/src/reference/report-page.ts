import type { Figure, ReportWindow, Unit } from '@hub/reading/report/figure.ts'
import { figures } from '@hub/reading/report/figures.ts'
import { unitWords } from '@hub/reading/report/unit-words.ts'
import { isTimeLimit, reachOfDays, reportWindows, windowsOf } from '@hub/reading/report/windows.ts'
import { lastEntryOf } from '@hub/schemas/law/legal-rule.ts'
import { page, table } from './markdown.ts'

const days = (from: string | undefined, to: string | undefined) => `${from ?? '…'} – ${to ?? '…'}`

const lawText = ({ law }: ReportWindow): string => {
  if (!law) return ''
  const { article, assumed } = lastEntryOf(law)
  return `[${article.zh} ${article.en}](law.md#${law.key})${assumed ? '（推定 assumed）' : ''}`
}

const unitText = (unit: Unit) => `${unitWords[unit].zh} ${unitWords[unit].en}`

const windowRow = (window: ReportWindow) => [
  `<a id="${window.name}"></a>\`${window.name}\``,
  `${window.titleZh}<br>${window.titleEn}`,
  ...(isTimeLimit(window)
    ? [`${window.default} ${unitText(window.unit)}`, `${window.min} – ${window.max}`]
    : [days(window.from, window.to), `${reachOfDays.first} – ${reachOfDays.last}`]),
  lawText(window),
]

const figureRow = (figure: Figure) => [
  String(figure.row),
  `\`${figure.key}\``,
  `${figure.titleZh}<br>${figure.titleEn}`,
  unitText(figure.unit),
  windowsOf(figure)
    .map(({ name }) => `[${name}](#${name})`)
    .join(' '),
]

/** The figures of the work report, and the windows by which they are counted. */
export const reportPage = (): string =>
  page(
    '# The work report 工作报告',
    '每个数字均由已记录的事实计算。统计期和时限（口径）都有默认值，有法律规定的默认为法定期限；查询、导出、定稿时可另行指定，答复和定稿报表载明所用口径。没有此名称的口径、超出取值范围的取值，一律不予接受。',
    'Every figure is computed from recorded facts. The days that it counts and its time limits are windows: each has a default, the lawful one where a law sets it, and whoever asks may set another. The answer names the windows that it was counted by, and a frozen report keeps them. A window that the report has not, or a value out of its bounds, is refused.',
    '```graphql\n{\n  workReport(windows: [{ name: "employed-within", value: 90 }, { name: "qingming", from: "2024-04-02", to: "2024-04-06" }]) {\n    figures(keys: ["trained-employed-share", "qingming-visits"]) {\n      titleZh\n      value { display }\n      windows { name value from to asked defaultValue }\n    }\n  }\n}\n```',
    '在导出中写作 In an export: `/exports/report.csv?windows=employed-within=90,qingming=2024-04-02..2024-04-06`; 定稿时 when freezing: `hub report freeze --window employed-within=90`; 全部口径 all windows: `hub report windows`.',
    '## Windows 口径',
    table(['name', '口径 window', '默认 default', '取值 takes', '依据 law'], reportWindows.map(windowRow)),
    '## Figures 指标',
    table(['行 row', 'key', '指标 figure', '计量 unit', '口径 windows'], figures.map(figureRow)),
  )
