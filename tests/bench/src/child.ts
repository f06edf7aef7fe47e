import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** What a child process tells at its end, and the most memory that it ever held. */
export type InChild<Told> = { told: Told; peakMb: number }

/** Starts a script in a process of its own, with `input` as JSON in its first argument. */
export const startChild = (script: URL, input: object): ChildProcess =>
  fork(script, [JSON.stringify(input)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

/**
 * Runs a script in a process of its own, with `input` as JSON in its first argument: its memory is nobody else's. The
 * script ends by `tell`.
 */
export const runChild = async <Told>(script: URL, input: object): Promise<InChild<Told>> => {
  const child = startChild(script, input)
  const told = once(child, 'message') as Promise<[InChild<Told>]>
  const ended = once(child, 'exit') as Promise<[number | null]>
  const first = await Promise.race([told, ended])
  if (typeof first[0] !== 'object' || first[0] === null) throw new Error(`a measured process ended with ${first[0]}`)
  await ended
  return first[0]
}

/** In the child: the input. */
export const childInput = <Input>(): Input => JSON.parse(process.argv[2]!) as Input

/** In the child: tells its result and its peak memory, and ends. */
export const tell = (told: unknown): void => {
  process.send!({ told, peakMb: process.resourceUsage().maxRSS / 1024 }, () => process.disconnect())
}
