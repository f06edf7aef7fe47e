import '@hub/runtime/node-version.ts'
import { readFileSync } from 'node:fs'
import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { Command } from 'commander'
import { askHub } from './ask-hub.ts'
import { addBackupCommands } from './backup-command.ts'
import { addDoctorCommand } from './doctor-command.ts'
import { addExportCommand } from './export-command.ts'
import { addKeysCommand } from './keys-command.ts'
import { addReplayCommand } from './replay-command.ts'
import { addReportCommand } from './report/report-command.ts'
import { catalogueText } from './schemas-command.ts'
import { addSubmitCommand } from './submit-command.ts'
import { addVerifyCommand } from './verify-command.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

const program = new Command('hub').description(
  'The veterans’ hub: hand over sheets, replay, reports, exports, backups, identity decisions. · 退役军人数据枢纽：报送、回放、报告、导出、备份、身份认定。',
)

program
  .command('schemas')
  .description('list every event type with its open and sealed fields')
  .option('--json', 'as JSON')
  .action((options: { json?: boolean }) => {
    print(options.json ? JSON.stringify(catalogueRows(), null, 2) : catalogueText())
  })

addReplayCommand(program, print, () => readFileSync(0, 'utf8').trim())
addSubmitCommand(program, print)
addVerifyCommand(program, print)
addReportCommand(program, print)
addExportCommand(program)
addBackupCommands(program, print)
addKeysCommand(program, print, process.env)
addDoctorCommand(program, print, process.env)

const identity = program
  .command('identity')
  .description('decide that two person ids are one person, or are not · 认定两个人员编号是否为同一人')
for (const kind of ['link', 'unlink'] as const)
  identity
    .command(`${kind} <personId> <otherPersonId>`)
    .requiredOption('--evidence <text...>', 'what the decision rests on')
    .requiredOption('--decided-by <officialId>')
    .requiredOption('--second-decider <officialId>', 'another official')
    .option('--url <url>', 'the running hub', process.env.HUB_URL ?? 'http://127.0.0.1:4000')
    .action(async (one: string, other: string, options) => {
      const { evidence, decidedBy, secondDecider, url } = options
      const decision = { kind, persons: [one, other], evidence, decidedBy, secondDecider }
      const { ok, body } = await askHub(url, '/identity', decision)
      print(JSON.stringify(body, null, 2))
      if (!ok) process.exitCode = 1
    })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`hub: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
