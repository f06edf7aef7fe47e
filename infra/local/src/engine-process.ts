import { execFileSync, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A server that does not start, or does not answer in time. The message ends with the last lines that it wrote. */
export class EngineFailed extends Error {
  override name = 'EngineFailed'
}

/** Where a server runs, and as whom. */
export type EngineCommand = {
  program: string
  args: readonly string[]
  /** File that takes what it writes. */
  log: string
  /** User and group to run as; default this process's. */
  owner?: { uid: number; gid: number }
  environment?: Readonly<Record<string, string>>
  /** The folder that it runs in; default this process's. */
  folder?: string
  /** The server ends when this process ends, however it ends; it lives on by itself where none is given. */
  until?: number
}

/** Whether a process is there. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process; empty when it is not there. A pid alone may have been given to another one since. */
export const commandOf = (pid: number): string => {
  try {
    const args = ['-o', 'command=', '-ww', '-p', String(pid)]
    // Else `ps` writes what is not ASCII as question marks.
    return execFileSync('ps', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } }).trim()
  } catch {
    return ''
  }
}

const endWith = (owner: number, pid: number) => {
  if (process.platform === 'win32') return
  const watch = 'while kill -0 "$0" 2>/dev/null; do kill -0 "$1" 2>/dev/null || exit 0; sleep 1; done; kill -9 "$1"'
  spawn('sh', ['-c', watch, String(owner), String(pid)], { detached: true, stdio: 'ignore' }).unref()
}

/** Starts a server detached from this process; answers its pid. */
export const startProcess = (command: EngineCommand): number => {
  const log = openSync(command.log, 'a')
  const child = spawn(command.program, command.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...command.environment },
    ...(command.folder !== undefined && { cwd: command.folder }),
    ...command.owner,
  })
  // Without a listener a program that is not there would end this process; that it does not run is seen by its pid.
  child.on('error', () => undefined)
  child.unref()
  if (child.pid === undefined) throw new EngineFailed(`${command.program} can't be started`)
  if (command.until !== undefined) endWith(command.until, child.pid)
  return child.pid
}

const lastLines = (log: string) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n')

/** Resolves when `answers` does; throws `EngineFailed` when the server has ended or the patience has. */
export const untilReady = async (
  engine: { name: string; pid: number; log: string; patienceMs?: number },
  answers: () => Promise<unknown>,
): Promise<void> => {
  const deadline = Date.now() + (engine.patienceMs ?? 60_000)
  for (;;) {
    try {
      await answers()
      return
    } catch (cause) {
      const over = isRunning(engine.pid) ? Date.now() > deadline && 'does not answer' : 'has ended'
      if (over) throw new EngineFailed(`${engine.name} ${over}:\n${lastLines(engine.log)}`, { cause })
      await pause(100)
    }
  }
}

/** Ends a process by a signal and waits until it is gone; kills it after `patienceMs`. */
export const endProcess = async (pid: number, signal: NodeJS.Signals, patienceMs = 20_000): Promise<void> => {
  const deadline = Date.now() + patienceMs
  let next: NodeJS.Signals = signal
  while (isRunning(pid)) {
    if (next === signal || Date.now() > deadline) {
      process.kill(pid, next)
      next = 'SIGKILL'
    }
    await pause(20)
  }
}
