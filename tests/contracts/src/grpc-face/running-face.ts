import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./face.ts', import.meta.url))

/** An EventStoreDB as the client sees it, in a process of its own that can be killed, frozen and started again. */
export type RunningFace = {
  readonly url: string
  readonly port: number
  /** Starts it again on the same port, over the same log. */
  start(): Promise<void>
  /** SIGKILL. */
  kill(): Promise<void>
  /** SIGTERM: subscribers are told. */
  stop(): Promise<void>
  freeze(): void
  thaw(): void
  /** Breaks all connections. */
  drop(): void
  /** The next append is written, and instead of the answer all connections break. */
  loseNextAnswer(): void
  /** Ends it and removes its log. */
  end(): Promise<void>
}

export type FaceOptions = {
  /** `user:password`, asked of every call. */
  login?: string
  /** PEM files. */
  tls?: { cert: string; key: string }
  /** Nothing beside what is appended. */
  alone?: boolean
}

/** Starts the gRPC face on a free port over a new log. */
export const startFace = async ({ login, tls, alone = false }: FaceOptions = {}): Promise<RunningFace> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-face-'))
  let child: ChildProcess | undefined
  let port = 0
  const run = async () => {
    const process_ = spawn(
      process.execPath,
      [
        program,
        ...['--file', join(folder, 'log.db'), '--port', String(port)],
        ...(login === undefined ? [] : ['--login', login]),
        ...(tls === undefined ? [] : ['--cert', tls.cert, '--key', tls.key]),
        ...(alone ? ['--alone'] : []),
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    )
    child = process_
    const [line] = await Promise.race([
      once(createInterface({ input: process_.stdout }), 'line'),
      once(process_, 'exit').then(() => Promise.reject(new Error('the gRPC face did not start'))),
    ])
    port = Number(line)
  }
  const finish = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  const tell = (line: string) => void child?.stdin?.write(`${line}\n`)
  await run()
  return {
    get url() {
      const name = login === undefined ? '' : `${login}@`
      return `esdb://${name}127.0.0.1:${port}?tls=${tls === undefined ? 'false' : `true&tlsCAFile=${encodeURIComponent(tls.cert)}`}`
    },
    get port() {
      return port
    },
    start: run,
    kill: () => finish('SIGKILL'),
    stop: () => finish('SIGTERM'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    drop: () => tell('drop'),
    loseNextAnswer: () => tell('lose-answer'),
    end: async () => {
      await finish('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
