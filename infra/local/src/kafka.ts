import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EngineFailed, endProcess, startProcess, untilReady } from './engine-process.ts'
import { freePort } from './free-port.ts'
import { javaEnvironment, propertiesText } from './java.ts'
import { kafkaAnswers } from './kafka-answers.ts'
import { kafkaClassPath } from './kafka-jars.ts'
import { kafkaTool } from './kafka-tool.ts'

export type KafkaOptions = {
  /** Holds the log, the settings and what the broker writes; made where it is missing, used again where it is there. */
  folder: string
  /** Default a free one. */
  port?: number
  /** Settings of the broker (`server.properties`) beside or instead of those that it starts with. */
  settings?: Readonly<Record<string, string>>
  /** A listener beside the plain one: `<NAME>://127.0.0.1:<port>`; its settings are in `settings`. */
  listener?: string
  /** The process whose end ends the broker; default this one. `undefined` lets it live on. */
  until?: number | undefined
}

/** A Kafka that runs on this machine: one broker, which is its own controller. */
export type LocalKafka = {
  /** `kafka://127.0.0.1:<port>` */
  url: string
  pid(): number
  /** Lets it write everything and end. */
  stop(): Promise<void>
  /** Ends it where it stands. */
  kill(): Promise<void>
  /** Starts it again on the same port and folder. */
  restart(): Promise<void>
}

/** One node, little memory, no waiting for members who may come. */
const settingsOf = (port: number, controllerPort: number, further: readonly string[]) => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
  'controller.listener.names': 'CONTROLLER',
  listeners: [`PLAINTEXT://127.0.0.1:${port}`, `CONTROLLER://127.0.0.1:${controllerPort}`, ...further].join(','),
  'advertised.listeners': [`PLAINTEXT://127.0.0.1:${port}`, ...further].join(','),
  // In the folder that it runs in: a comma in a path would part two folders.
  'log.dirs': 'log',
  'auto.create.topics.enable': 'false',
  'group.initial.rebalance.delay.ms': '0',
  'offsets.topic.num.partitions': '4',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
})

/** The quick compiler: a start counts more here than the last bit of speed. */
const javaOptions = [
  '-Xms128m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xlog:disable',
  '-Djava.awt.headless=true',
]

const format = async (folder: string, properties: string) => {
  if (existsSync(join(folder, 'log', 'meta.properties'))) return
  // It may begin with a dash, which the tool would take for an option where it stands by itself.
  const clusterId = Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
  try {
    await kafkaTool('kafka.tools.StorageTool', ['format', `--cluster-id=${clusterId}`, '--config', properties], folder)
  } catch (cause) {
    throw new EngineFailed(`Kafka's folder can't be made: ${(cause as Error).message}`, { cause })
  }
}

/** Starts a real Kafka from Maven's jars; resolves when it answers. Throws `EngineFailed`. */
export const startKafka = async (options: KafkaOptions): Promise<LocalKafka> => {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  const port = options.port ?? (await freePort())
  const further = options.listener === undefined ? [] : [options.listener]
  const settings = { ...settingsOf(port, await freePort(), further), ...options.settings }
  const properties = join(folder, 'server.properties')
  writeFileSync(properties, propertiesText(settings))
  await format(folder, properties)
  const classPath = await kafkaClassPath()
  const until = 'until' in options ? options.until : process.pid
  const log = join(folder, 'kafka.log')
  const start = async () => {
    const pid = startProcess({
      program: 'java',
      args: [...javaOptions, '-cp', classPath, 'kafka.Kafka', properties],
      log,
      folder,
      environment: javaEnvironment,
      ...(until !== undefined && { until }),
    })
    await untilReady({ name: 'Kafka', pid, log }, () => kafkaAnswers(`127.0.0.1:${port}`))
    return pid
  }
  let pid = await start()
  return {
    url: `kafka://127.0.0.1:${port}`,
    pid: () => pid,
    stop: () => endProcess(pid, 'SIGTERM'),
    kill: () => endProcess(pid, 'SIGKILL'),
    restart: async () => {
      pid = await start()
    },
  }
}
