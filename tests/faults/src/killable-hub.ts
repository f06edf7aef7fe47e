import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Message } from '@hub/broker/broker.ts'
import { NoAnswer } from './department-sender.ts'
import type { FromRecorder, ToRecorder } from './recorder-protocol.ts'

/** A recorder in a process of its own, which can be killed and started again over the same folder. */
export type KillableHub = {
  start(): Promise<void>
  /** Ends the process without a word, wherever it is. */
  kill(): Promise<void>
  /** Works off the queue and ends the process. */
  drain(): Promise<void>
  /** Resolves when the messages are durable; waits while no process is there. @throws {NoAnswer} */
  publish(messages: readonly Message[]): Promise<void>
}

const program = fileURLToPath(new URL('./recorder-process.ts', import.meta.url))

export const killableHub = (folder: string): KillableHub => {
  let child: ChildProcess | undefined
  let started = Promise.withResolvers<ChildProcess>()
  let calls = 0
  const open = new Map<number, PromiseWithResolvers<void>>()

  const ended = (process: ChildProcess) => {
    if (child !== process) return
    child = undefined
    started = Promise.withResolvers()
    for (const call of open.values()) call.reject(new NoAnswer('the process ended'))
    open.clear()
  }
  const heard = (message: FromRecorder) => {
    if (message.kind === 'ready') {
      if (child) started.resolve(child)
    } else {
      open.get(message.call)?.resolve()
      open.delete(message.call)
    }
  }
  const tell = (process: ChildProcess, message: ToRecorder) => {
    // A process that is just gone can't be told; its end rejects the call.
    if (process.connected) process.send(message, () => undefined)
  }

  return {
    start: async () => {
      const process = fork(program, [folder], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      child = process
      process.on('message', (message) => heard(message as FromRecorder))
      process.on('exit', () => ended(process))
      await Promise.race([
        started.promise,
        once(process, 'exit').then(() => Promise.reject(new Error('the process did not start'))),
      ])
    },
    kill: async () => {
      const process = child
      if (!process) return
      const exit = once(process, 'exit')
      process.kill('SIGKILL')
      await exit
    },
    drain: async () => {
      const process = await started.promise
      const exit = once(process, 'exit')
      tell(process, { kind: 'drain' })
      await exit
    },
    publish: async (messages) => {
      const process = await started.promise
      if (process !== child) throw new NoAnswer('the process ended')
      const call = calls++
      const answer = Promise.withResolvers<void>()
      open.set(call, answer)
      tell(process, { kind: 'publish', call, messages })
      await answer.promise
    },
  }
}
