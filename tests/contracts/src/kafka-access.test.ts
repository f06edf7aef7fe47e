import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Broker } from '@hub/broker/broker.ts'
import { aclEntries } from '@hub/broker/kafka-acls.ts'
import { openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaClient } from '@hub/broker/kafka-client.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { freePort } from '@hub/local/free-port.ts'
import { type LocalKafka, startKafka } from '@hub/local/kafka.ts'
import { kafkaTool } from '@hub/local/kafka-tool.ts'
import { missingEngine } from '@hub/local/real-engine.fixture.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMessages } from './reading-messages.ts'
import { freshStream, sampleMessage } from './samples.ts'

const missing = await missingEngine('kafka')
const users = [...submittingDepartments, 'recorder']
const passwordOf = (user: string) => `${user}-secret`
const topics = submittingDepartments.map(topicOf)

const certificate = (folder: string) => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject]
  execFileSync('openssl', args, { stdio: 'ignore' })
  const store = join(folder, 'server.pem')
  writeFileSync(store, readFileSync(key, 'utf8') + readFileSync(cert, 'utf8'))
  return { cert, store }
}

const plainUsers = users.map((user) => `user_${user}="${passwordOf(user)}"`).join(' ')

/** Nobody may do what is not granted; over TLS and with a name only, but for the plain listener of the tests. */
const secured = (store: string) => ({
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SECURE:SASL_SSL',
  'listener.name.secure.ssl.keystore.type': 'PEM',
  'listener.name.secure.ssl.keystore.location': store,
  'listener.name.secure.sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
  'listener.name.secure.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${plainUsers};`,
  'listener.name.secure.scram-sha-512.sasl.jaas.config':
    'org.apache.kafka.common.security.scram.ScramLoginModule required;',
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS',
})

describe.skipIf(missing !== undefined)(missing ?? 'a Kafka with TLS, names and grants', () => {
  let folder = ''
  let kafka: LocalKafka
  let secureUrl = ''
  let ca = ''
  const opened: Broker[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hub-kafka-access-'))
    const { cert, store } = certificate(folder)
    const port = await freePort()
    ca = cert
    secureUrl = `kafka://127.0.0.1:${port}`
    const listener = `SECURE://127.0.0.1:${port}`
    kafka = await startKafka({ folder: join(folder, 'kafka'), listener, settings: secured(store) })
    const admin = kafkaClient(kafkaConnection(kafka.url), 'contract').admin()
    await admin.connect()
    await admin.createAcls({ acl: aclEntries() })
    await admin.disconnect()
    const scram = ['--add-config', `SCRAM-SHA-512=[password=${passwordOf('recorder')}]`, '--entity-type', 'users']
    const alter = ['--bootstrap-server', new URL(kafka.url).host, '--alter', ...scram, '--entity-name', 'recorder']
    await kafkaTool('kafka.admin.ConfigCommand', alter)
  }, 180_000)
  afterAll(async () => {
    for (const broker of opened) await broker.close()
    await kafka?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const openAs = async (user: string, own: readonly string[], changes: NodeJS.ProcessEnv = {}) => {
    const env = {
      BROKER_CA_FILE: ca,
      BROKER_SASL: 'plain',
      BROKER_USERNAME: user,
      BROKER_PASSWORD: passwordOf(user),
      ...changes,
    }
    const connection = kafkaConnection(secureUrl, env)
    const broker = await openKafkaBroker({ connection, topics: own, patienceMs: 3_000 })
    opened.push(broker)
    return broker
  }

  it('lets the recorder make the topics and read, an intake write its own topic, and nobody more', async () => {
    const recorder = await openAs('recorder', topics, { BROKER_SASL: 'scram-sha-512' })
    const intake = await openAs('finance', ['finance'])
    const key = freshStream()
    await intake.publish([sampleMessage('finance', key)])
    expect((await intake.lag()).messages).toBe(1)
    expect((await readMessages(recorder, { topics, count: 1 })).flat().map((message) => message.key)).toEqual([key])

    await expect(intake.publish([sampleMessage('hr', key)])).rejects.toThrow(/Kafka|acknowledged/)
    await expect(recorder.publish([sampleMessage('finance', key)])).rejects.toThrow(/acknowledged/)
    await expect(readMessages(intake, { topics: ['finance'], count: 1 })).rejects.toThrow(/uthoriz/)
  }, 120_000)

  it.each([
    ['a wrong password', { BROKER_PASSWORD: 'guessed' }],
    ['no certificate that it trusts', { BROKER_CA_FILE: undefined, BROKER_TLS: '1' }],
  ])(
    'lets nobody in with %s',
    async (_, changes) => {
      await expect(openAs('finance', ['finance'], changes)).rejects.toThrow(/Kafka can't be used now/)
    },
    60_000,
  )
})
