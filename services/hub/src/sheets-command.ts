import { writeFileSync } from 'node:fs'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { type Command, Option } from 'commander'
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

/** Adds `hub sheets list|show|template` to the command. */
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
}
