import { MappingUnusable } from '@hub/intake/sheet/mapping-refusals.ts'
import { isPeriod } from '@hub/intake/sheet/row-id.ts'
import { SheetUnreadable, unreadableText } from '@hub/intake/sheet/sheet-refusals.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { replacesReasons } from '@hub/schemas/envelope.ts'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { SheetUnknown } from './sheets/type-sheets.ts'
import { FileUnwritable } from './submit/private-file.ts'
import { ProgressUnwritable, SheetInUse } from './submit/progress-file.ts'
import { defaultGiveUpAfter, defaultUrl, type SubmitOptions } from './submit/submit-options.ts'
import { type Print, submitSheet } from './submit/submit-sheet.ts'

/**
 * `hub submit`: checks a department's sheet row by row and, with `yes`, sends what can be sent and follows what
 * becomes of it. The exit code: 0 when every row was recorded or there before (without `yes`: can be sent), else 1.
 */
export const submitCommand = async (options: SubmitOptions, print: Print): Promise<number> => {
  try {
    return await submitSheet(options, print)
  } catch (error) {
    if (error instanceof SheetUnreadable) {
      print(`The sheet cannot be read（无法读取）: ${unreadableText(error)}`)
      return 1
    }
    if (error instanceof MappingUnusable) {
      const { message, messageZh, whatToDo, whatToDoZh } = error.refusal
      print(`${messageZh} · ${message}\n  → ${whatToDoZh} ${whatToDo}`)
      return 1
    }
    if (error instanceof SheetUnknown) {
      print(error.message)
      return 1
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      print(`There is no such file（没有此文件）: ${(error as NodeJS.ErrnoException).path ?? options.file}`)
      return 1
    }
    if (error instanceof SheetInUse || error instanceof ProgressUnwritable || error instanceof FileUnwritable) {
      print(`Stopped（已中断）: ${error.message}`)
      return 1
    }
    throw error
  }
}

/** What was sent stands in the progress, whenever the command ends. */
const interruptedText =
  'Interrupted（已由 Ctrl-C 中断）: what was sent is known, and the same command goes on from there（再次运行同一命令即从中断处继续）'

const period = (text: string): string => {
  if (!isPeriod(text)) throw new InvalidArgumentError('2025, 2025-03, 2025-03-01, 2025-Q1 or none')
  return text
}

const seconds = (text: string): number => {
  const value = Number(text)
  if (!(value >= 1 && value <= 86_400)) throw new InvalidArgumentError('1 to 86,400 seconds（1 至 86400 秒）')
  return value
}

/** Adds `hub submit FILE --department <d>` to the command. */
export const addSubmitCommand = (program: Command, print: Print): void => {
  program
    .command('submit <file>')
    .description(
      "check a department's sheet (.xlsx, .xls, .ods or CSV) and, with --yes, send its rows · 核对部门表格（.xlsx、.xls、.ods 或 CSV），加 --yes 才报送",
    )
    .addOption(
      new Option('--department <department>', 'whose sheet').choices(submittingDepartments).makeOptionMandatory(),
    )
    .option('--yes', 'send what can be sent; without it nothing is sent · 报送可报送的各行；不加则只核对')
    .option('--url <url>', 'the running hub · 运行中的枢纽地址', process.env.HUB_URL ?? defaultUrl)
    .option('--type <type>', 'which sheet it is, where its headings do not say it · 事件类型（标题无法判断时）')
    .option('--mapping <file>', "a mapping of an office's own layout (docs/sheets.md) · 自有格式的对照表")
    .option('--system <name>', 'the system whose numbers the sheet has · 编号所属的系统')
    .option('--region <code>', 'region of rows that have none · 未填行政区划的行所用区划')
    .option('--official <id>', 'official of rows that have none · 未填经办的行所用经办人')
    .option(
      '--give-up-after <seconds>',
      'how long to wait for receipts when none comes to its end · 回执一直没有结果时最多等待的秒数',
      seconds,
      defaultGiveUpAfter,
    )
    .option(
      '--period <period>',
      "the list's period, in the ids of rows that are only counted: 2025, 2025-03, 2025-Q1; or none · 仅有序号的行，编号前所加的期间；none 为不加",
      period,
    )
    .option('--id-prefix <text>', 'what every id begins with, in the place of a period · 各行编号前统一加的文字')
    .option(
      '--correct',
      'send rows that differ from what was sent before as corrections · 与此前报送不同的行作为更正报送',
    )
    .addOption(
      new Option('--reason <reason>', 'why they correct · 更正原因').choices(replacesReasons).default('clerical-error'),
    )
    .action(async (file: string, options: Omit<SubmitOptions, 'file'>) => {
      const interrupted = () => {
        print(interruptedText)
        process.exit(130)
      }
      process.once('SIGINT', interrupted)
      process.exitCode = await submitCommand({ ...options, file }, print)
      process.off('SIGINT', interrupted)
    })
}
