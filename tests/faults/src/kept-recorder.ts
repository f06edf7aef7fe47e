import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { KafkaNotice } from '@hub/broker/kafka-broker.ts'

/** A recorder's process that is started again whenever it ends, as an orchestrator does. */
export type KeptRecorder = {
  /** How many partitions it has. */
  partitions(): number
  /** Lets it leave in order; it is not started again. */
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('./kafka-recorder-process.ts', import.meta.url))

export const keptRecorder = (...args: readonly string[]): KeptRecorder => {
  let child: ChildProcess
  let [have, stopping] = [0, false]
  const start = () => {
    have = 0
    const own = fork(program, args, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child = own
    own.on('message', (message) => {
      const notice = message as KafkaNotice | { kind: 'ready' }
      if (notice.kind === 'shared' && child === own) have = notice.have
    })
    own.on('exit', () => stopping || setTimeout(start, 200))
  }
  start()
  return {
    partitions: () => have,
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      const tooLate = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await exit
      clearTimeout(tooLate)
    },
  }
}
