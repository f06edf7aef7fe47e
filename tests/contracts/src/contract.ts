import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Broker } from '@hub/broker/broker.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { it } from 'vitest'

/** What a process of its own imports to open an adapter at a place (a folder, a URL). */
export type AdapterModule = {
  openBroker(place: string): Promise<Broker>
  openEventStore(place: string): Promise<EventStore>
}

/** Where an adapter's module is (a file URL), and the place at which it shall open. */
export type Place = { module: string; place: string }

/** Rules that an adapter does not keep, each with the reason why. */
export type Deviations<Rule extends string> = Readonly<Partial<Record<Rule, string>>>

/**
 * Registers a rule. With a declared deviation the rule is run all the same and must fail: a deviation that has gone is
 * found out.
 */
export const rule = (title: string, deviation: string | undefined, test: () => Promise<void>): void => {
  if (deviation === undefined) it(title, test)
  else it.fails(`${title}, but deviates: ${deviation}`, test)
}

/** How long a process may take to say what is waited for, ms. */
const patience = 30_000

/**
 * Runs a program of this folder in a process of its own and kills it with SIGKILL as soon as it has said what `until`
 * asks for. Answers all lines that it has said.
 */
export const killedAfter = async (
  program: string,
  args: readonly string[],
  until: (lines: readonly string[]) => boolean,
): Promise<string[]> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const lines: string[] = []
  // A process that never says it must not outlive its test.
  const tooLate = setTimeout(() => child.kill('SIGTERM'), patience)
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (until(lines)) child.kill('SIGKILL')
  }
  const [, signal] = await exit
  clearTimeout(tooLate)
  if (signal !== 'SIGKILL') throw new Error(`${program} ended before it said what was waited for`)
  return lines
}
