import { fileURLToPath } from 'node:url'
import { javaEnvironment } from '@hub/local/java.ts'
import { goProgram } from './go-program.fixture.ts'
import { javaProgram } from './java-program.fixture.ts'
import { pythonPackages } from './python-packages.fixture.ts'
import { lastWords, runProgram } from './run-program.fixture.ts'

/** An event as a sender's program is told it, to be made by the SDK's own means. */
export type SdkEvent = {
  name: string
  attributes: Readonly<Record<string, string>>
  extensions?: Readonly<Record<string, string | number | boolean | null>>
  data: object
  /** The program has the data as bytes of JSON, not as a value. */
  bytes?: boolean
}

/** How an event is put into a request: every SDK knows the first two, batches are made of its structured events. */
export const sendingModes = ['structured', 'binary', 'batch'] as const
export type SendingMode = (typeof sendingModes)[number]

/** What the hub answered to an event of an SDK, or why the SDK, or its HTTP library, does not send it. */
export type SdkAnswer = { name: string; mode: SendingMode } & (
  | { status: number; body: unknown; unsendable?: undefined }
  | { unsendable: string; status?: undefined; body?: undefined }
)

export const sdkNames = ['JavaScript', 'Python 1', 'Python 2', 'Go', 'Java', 'Java of the examples'] as const
export type SdkName = (typeof sdkNames)[number]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A program that sends what stands on its input, or in one line why there is none. */
export type Sender =
  | { missing: string; command?: undefined }
  | { missing?: undefined; command: string; args: readonly string[]; env?: NodeJS.ProcessEnv }

const python = async (version: 1 | 2): Promise<Sender> => {
  const { folder, missing } = await pythonPackages(
    `cloudevents-${version}`,
    here(`../senders/python/cloudevents-${version}.txt`),
  )
  if (folder === undefined) return { missing }
  const env = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }
  return { command: 'python3', args: [here('../senders/python/sender.py')], env }
}

const go = async (): Promise<Sender> => {
  const { program, missing } = await goProgram('cloudevents-sender', here('../senders/go'))
  return program === undefined ? { missing: missing! } : { command: program, args: [] }
}

const javaSdk = ['core', 'http-basic', 'json-jackson'].map((part) => `io.cloudevents:cloudevents-${part}:4.0.1`)
const java = async (): Promise<Sender> => {
  const { classPath, missing } = await javaProgram('cloudevents-sender', here('../senders/java/Sender.java'), javaSdk)
  return classPath === undefined
    ? { missing: missing! }
    : { command: 'java', args: ['-cp', classPath, 'Sender'], env: javaEnvironment }
}

/** The senders of all SDKs; what they need is fetched the first time. */
export const openSenders = async (): Promise<Readonly<Record<SdkName, Sender>>> => {
  // One after another: each may compile on both cores.
  const [one, two, ofGo, ofJava] = [await python(1), await python(2), await go(), await java()]
  return {
    JavaScript: { command: process.execPath, args: [here('./javascript-sender.fixture.ts')] },
    'Python 1': one,
    'Python 2': two,
    Go: ofGo,
    Java: ofJava,
    'Java of the examples':
      ofJava.command === undefined ? ofJava : { ...ofJava, env: { ...ofJava.env, SENT_BY: 'HttpURLConnection' } },
  }
}

/** Has a sender's program send these events, one after another. @throws what it wrote, where it did not come to its end */
export const sendAll = async (sender: Sender, url: string, events: readonly SdkEvent[]): Promise<SdkAnswer[]> => {
  if (sender.command === undefined) return []
  const { command, args, env = {} } = sender
  const input = events.map((event) => `${JSON.stringify(event)}\n`).join('')
  const ran = await runProgram(command, [...args, url], { env, input })
  if (ran.code !== 0) throw new Error(`${command} ended with ${ran.code}: ${lastWords(ran)}`)
  return ran.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SdkAnswer)
}
