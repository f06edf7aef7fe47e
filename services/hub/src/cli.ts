import '@hub/runtime/node-version.ts'
import { readFileSync } from 'node:fs'
import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { Command } from 'commander'
import { addBackupCommands } from './backup-command.ts'
import { addConformCommand } from './conform-command.ts'
import { addDoctorCommand } from './doctor-command.ts'
import { addExportCommand } from './export-command.ts'
import { addIdentityCommand } from './identity-command.ts'
import { addKeysCommand } from './keys-command.ts'
import { addReplayCommand } from './replay-command.ts'
import { addReportCommand } from './report/report-command.ts'
import { catalogueText } from './schemas-command.ts'
import { addSheetsCommand } from './sheets-command.ts'
import { addSubmitCommand } from './submit-command.ts'
import { addVerifyCommand } from './verify-command.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

const program = new Command('hub').description(
  'The veterans’ hub: hand over sheets, replay, reports, exports, backups, identity decisions. · 退役军人数据枢纽：报送、回放、报告、导出、备份、身份认定。',
)

program
  .command('schemas')
  .description(
    'list every event type: when it is so, of what it speaks, the law, its open and sealed fields · 列出各事件类型',
  )
  .option('--json', 'as JSON')
  .action((options: { json?: boolean }) => {
    print(options.json ? JSON.stringify(catalogueRows(), null, 2) : catalogueText())
  })

addReplayCommand(program, print, () => readFileSync(0, 'utf8').trim())
addSubmitCommand(program, print)
addSheetsCommand(program, print)
addConformCommand(program, print)
addVerifyCommand(program, print)
addReportCommand(program, print)
addExportCommand(program)
addBackupCommands(program, print)
addIdentityCommand(program, print)
addKeysCommand(program, print, process.env)
addDoctorCommand(program, print, process.env)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`hub: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
