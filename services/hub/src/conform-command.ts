import { writeFileSync } from 'node:fs'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { type Command, Option } from 'commander'
import { conformFile } from './conform/conform-file.ts'
import { conformUrl } from './conform/conform-url.ts'
import { reportForms } from './conform/report-forms.ts'

type ConformOptions = { department?: SubmittingDepartment; format: keyof typeof reportForms; out?: string }

const explanation = `
FILE: JSON of one event, an array of events, or NDJSON. Each is checked as its department's intake would check it, without a
hub and without keys; ids used twice for different things are found. Score: 70 for the share that would be taken, 20 for ids
used once, 10 for events with nothing to look at again.
URL: a hub, or somebody's adapter of its intakes. The published set (good and bad events of every type) is sent as dry runs,
and the answers are compared. Score: 40 for good events taken, 40 for bad ones refused, 20 for the right fault at its place.
Ends with 0 when everything passed, 1 when something did not, 2 when nothing could be tried.

文件：单个事件的 JSON、事件数组或 NDJSON。逐条按部门入口的规则检查，不需要枢纽和密钥，并查出同一编号用于不同内容的事件。评分：可被接收
占 70 分，编号不重复占 20 分，无需复核占 10 分。
网址：枢纽，或他人实现的报送入口。以试报方式发送公开的符合性用例（各类型的正确与错误事件）并核对应答。评分：正确事件被接收占 40 分，
错误事件被拒收占 40 分，拒收原因与位置正确占 20 分。
全部通过时退出码为 0，有未通过的为 1，无法检查时为 2。
`

/** \`hub conform FILE|URL\`: how far events, or an intake, are as they should be. */
export const addConformCommand = (program: Command, print: (text: string) => void): void => {
  program
    .command('conform')
    .description(
      'check events, or an intake, and say how far they are as they should be · 检查事件或报送入口的符合性并评分',
    )
    .argument('<file|url>', 'events, or a hub · 事件文件或枢纽网址')
    .addOption(
      new Option('--department <department>', 'of a URL, this intake alone · 仅检查该部门的入口').choices(
        submittingDepartments,
      ),
    )
    .addOption(
      new Option('--format <format>', 'of the report · 报告格式').choices(Object.keys(reportForms)).default('text'),
    )
    .option('--out <file>', 'write the report there · 将报告写入该文件')
    .addHelpText('after', explanation)
    .action(async (target: string, { department, format, out }: ConformOptions) => {
      try {
        const report = /^https?:\/\//.test(target)
          ? await conformUrl(target, department && [department])
          : conformFile(target, Date.now())
        const text = reportForms[format](report)
        if (out === undefined) print(text)
        else {
          writeFileSync(out, `${text}\n`)
          print(`${report.score}/100`)
        }
        process.exitCode = report.findings.every(({ passed }) => passed) ? 0 : 1
      } catch (error) {
        process.stderr.write(`hub: ${error instanceof Error ? error.message : String(error)}\n`)
        process.exitCode = 2
      }
    })
}
