import { parentPort, workerData } from 'node:worker_threads'
import { openPersonKeys } from '@hub/keys/open-person-keys.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { AdmitContext } from '../admit.ts'
import type { Checks } from '../fault.ts'
import { type Prepared, prepare, type Work } from '../prepare.ts'
import type { ThreadAnswer, ThreadRequest, ThreadSettings, WorkContext } from './thread-messages.ts'

/** A thread that reads, checks and seals what has come to the thread that listens. It publishes nothing. */
const settings = workerData as ThreadSettings
const port = parentPort!
const keys = await openPersonKeys(settings.keys)

type OfDepartment = Pick<AdmitContext, 'department' | 'hubKeys' | 'checks'>
const departments = new Map<SubmittingDepartment, OfDepartment>()
for (const { department, hubKeys, checksModule } of settings.departments) {
  const { checks } = (await import(checksModule)) as { checks: Checks }
  departments.set(department, { department, hubKeys, checks })
}

const perform = (work: Work, { department, trial, clockKind, now }: WorkContext): Promise<Prepared> => {
  const { storeId } = settings
  const clock = { kind: clockKind, now: () => now }
  return prepare(work, { ...departments.get(department)!, keys, storeId, clock, trial })
}

const answer = (message: ThreadAnswer) => port.postMessage(message)

port.on('message', (request: ThreadRequest) => {
  if (request.kind === 'stop') {
    port.close()
    return void keys.close()
  }
  const { call, work, context } = request
  perform(work, context).then(
    (prepared) => answer({ call, prepared }),
    (error: Error) => answer({ call, failed: { name: error.name, message: error.message } }),
  )
})
