import { spawn } from 'node:child_process'

/** What a program wrote, and how it ended; `code` is undefined where there is no such program. */
export type Ran = { output: string; errors: string; code: number | null | undefined }

/** Runs a program to its end. */
export const runProgram = (
  command: string,
  args: readonly string[],
  { env = {}, cwd, input = '' }: { env?: NodeJS.ProcessEnv; cwd?: string; input?: string } = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', () => resolve({ output, errors, code: undefined }))
    child.on('close', (code) => resolve({ output, errors, code }))
  })

/** The last line of what a program wrote before it failed, for a line that says why. */
export const lastWords = ({ output, errors }: Ran): string =>
  `${output}\n${errors}`.trim().split('\n').at(-1)!.trim().slice(0, 300)
