import { writeFileSync } from 'node:fs'
import { sheetFormatOf } from '@hub/intake/sheet/type-format.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { type Command, Option } from 'commander'
import { openDataFolder } from './data-folder-reading.ts'
import { writeTable } from './export-command.ts'
import { factSheet, leftOutCatalogue } from './sheets/fact-sheet.ts'
import { mappingText, proposalText, proposedMapping } from './sheets/mapping-file.ts'
import { sheetListText, sheetText } from './sheets/sheet-text.ts'
import { templateOf } from './sheets/template.ts'
import { sheetNamed } from './sheets/type-sheets.ts'

type Print = (text: string) => void

/** `hub sheets template`: writes the XLSX that an office fills. The file's name. @throws {SheetUnknown} */
export const writeTemplate = async (type: string, to?: string): Promise<string> => {
  const sheet = sheetNamed(type)
  const file = to ?? `${sheet.format.titleZh}.xlsx`
  writeFileSync(file, await templateOf(sheet))
  return file
}

/** `hub sheets mapping`: writes a first mapping of an office's own sheet. What is left to do, in words. @throws {SheetUnknown} */
export const writeMapping = async (file: string, type: string, to = `${file}.mapping.json`): Promise<string> => {
  const { definition, format } = sheetNamed(type)
  const proposal = await proposedMapping(file, definition.type, format)
  writeFileSync(to, mappingText(proposal.mapping, to))
  return proposalText(proposal, to)
}

/** `hub sheets export`: writes the recorded facts of a type as its sheet. What was written and left out, in words. @throws {SheetUnknown} */
export const writeFacts = async (
  type: string,
  { to, data, limit = 100_000 }: { to: string; data: string; limit?: number },
): Promise<string> => {
  const { definition } = sheetNamed(type)
  const folder = await openDataFolder(data)
  try {
    const { table, leftOut } = factSheet(folder.reader, definition, sheetFormatOf(definition), limit)
    const { rows, cut } = await writeTable(table, to)
    const left = [...leftOut].map(([why, count]) => {
      const [en, zh] = leftOutCatalogue[why]
      return `  left out（未导出）: ${count} ${en}（${zh}）`
    })
    return [`${to}: ${rows} rows（行）${cut ? `, cut at the limit（已到上限 ${limit}）` : ''}`, ...left].join('\n')
  } finally {
    await folder.close()
  }
}

/** Adds `hub sheets list|show|template|mapping|export` to the command. */
export const addSheetsCommand = (program: Command, print: Print): void => {
  const sheets = program
    .command('sheets')
    .description('the sheets that departments can fill: one for each event type · 各事件类型的报送表')
  sheets
    .command('list')
    .description('each sheet with the headings that it needs · 列出各表及其必需的列')
    .addOption(new Option('--department <department>', 'whose sheets · 部门').choices(submittingDepartments))
    .action(({ department }: { department?: SubmittingDepartment }) => print(sheetListText(department)))
  sheets
    .command('show <type>')
    .description('the columns of a sheet: headings, what they hold, codes, an example · 一张表的各列')
    .action((type: string) => print(sheetText(sheetNamed(type))))
  sheets
    .command('template <type>')
    .description('an XLSX to fill, with drop-downs, an example and instructions · 生成可填写的 XLSX 模板')
    .option('--to <file>', 'the file to write; default: the title of the sheet · 写入的文件')
    .action(async (type: string, { to }: { to?: string }) => print(`${await writeTemplate(type, to)}`))
  sheets
    .command('mapping <file>')
    .description("a first mapping of an office's own layout, to be completed · 为本单位自有格式生成对照表草稿")
    .requiredOption('--type <type>', 'the event type that its rows are · 事件类型')
    .option('--to <file>', 'the file to write, .json or .csv; default: FILE.mapping.json · 写入的文件')
    .action(async (file: string, { type, to }: { type: string; to?: string }) =>
      print(await writeMapping(file, type, to)),
    )
  sheets
    .command('export <type>')
    .description(
      'the recorded facts of a type as its sheet, that can be handed over again · 将已入库的事件导出为可再次报送的表',
    )
    .requiredOption('--to <file>', 'the file to write, .csv or .xlsx · 写入的文件')
    .option('--limit <n>', 'most rows · 行数上限', Number)
    .option('--data <folder>', 'the data folder · 数据目录', process.env.DATA_FOLDER ?? './data')
    .action(async (type: string, options: { to: string; data: string; limit?: number }) =>
      print(await writeFacts(type, options)),
    )
}
