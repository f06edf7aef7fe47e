import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The demo as its user runs it. */
export type RunningDemo = {
  process: ChildProcess
  /** Everything that it has printed and logged so far. */
  output(): string
  /** Resolves with what was found, once the output holds it. @throws when the demo ends before. */
  until(text: RegExp): Promise<RegExpExecArray>
  ended: Promise<number | null>
}

/** Starts the demo in a process of its own. */
export const runDemo = (...options: readonly string[]): RunningDemo => {
  const demo = spawn(process.execPath, [fileURLToPath(new URL('./demo.ts', import.meta.url)), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [demo.stdout, demo.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const ended = new Promise<number | null>((resolve) => demo.once('close', resolve))
  return {
    process: demo,
    output: () => output,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = text.exec(output)
          if (found) resolve(found)
        }
        demo.stdout.on('data', look)
        demo.stderr.on('data', look)
        void ended.then(() => reject(new Error(`the demo ended before: ${output.slice(-2_000)}`)))
        look()
      }),
    ended,
  }
}
