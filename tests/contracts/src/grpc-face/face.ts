import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import gossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js'
import grpc, { type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { appendMethod, batchAppendMethod } from './append-methods.ts'
import { openEventLog } from './event-log.ts'
import { endSubscriptions, type ReadCall, readMethod } from './read-method.ts'

// The gRPC face of an EventStoreDB over the embedded store's file, for tests: it behaves as a real one was seen to.
// It says its port, and hears lines: `drop` breaks all connections; `lose-answer` writes the next append and breaks
// them instead of answering. To freeze it, stop the process (SIGSTOP).
const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    port: { type: 'string', default: '0' },
    /** `user:password`, asked of every call. */
    login: { type: 'string' },
    cert: { type: 'string' },
    key: { type: 'string' },
    /** Nothing beside what is appended: no system events, nobody else's. */
    alone: { type: 'boolean', default: false },
  },
})
const { file = '', login, cert, key } = values
const log = openEventLog(file, !values.alone)
const subscriptions = new Set<ReadCall>()
let losesAnswer = false
let port = Number(values.port)
let server = new grpc.Server()

const mayAnswer = () => {
  if (!losesAnswer) return true
  losesAnswer = false
  void restart()
  return false
}

type Guarded = { metadata: grpc.Metadata; emit(event: 'error', error: unknown): boolean }
const isLetIn = ({ metadata }: Guarded) =>
  login === undefined || metadata.get('authorization')[0] === `Basic ${Buffer.from(login).toString('base64')}`
const stranger = { code: grpc.status.UNAUTHENTICATED, details: 'not authenticated' }
const guarded =
  <Call extends Guarded, Rest extends unknown[]>(method: (call: Call, ...rest: Rest) => unknown) =>
  (call: Call, ...rest: Rest) => {
    if (isLetIn(call)) return void method(call, ...rest)
    const [answer] = rest
    if (typeof answer === 'function') answer(stranger)
    else call.emit('error', stranger)
  }

const supportedMethods = (_: unknown, answer: sendUnaryData<InstanceType<typeof features.SupportedMethods>>) => {
  const methods = new features.SupportedMethods()
  methods.setEventStoreServerVersion('22.6.0')
  methods.setMethodsList(
    ['Read', 'Append', 'BatchAppend'].map((name) => {
      const method = new features.SupportedMethod()
      method.setServiceName('event_store.client.streams.Streams')
      method.setMethodName(name)
      return method
    }),
  )
  answer(null, methods)
}

/** A cluster in which this is the leader, and the other node is gone. */
const members = (
  _: ServerUnaryCall<unknown, unknown>,
  answer: sendUnaryData<InstanceType<typeof gossip.ClusterInfo>>,
) => {
  const info = new gossip.ClusterInfo()
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState
  for (const [state, memberPort] of [
    [FOLLOWER, 1],
    [LEADER, port],
  ] as const) {
    const member = new gossip.MemberInfo()
    const id = new shared.UUID()
    id.setString(crypto.randomUUID())
    const address = new gossip.EndPoint()
    address.setAddress('127.0.0.1')
    address.setPort(memberPort)
    member.setInstanceId(id)
    member.setTimeStamp(String(Date.now()))
    member.setState(state)
    member.setIsAlive(state === LEADER)
    member.setHttpEndPoint(address)
    info.addMembers(member)
  }
  answer(null, info)
}

const credentials =
  cert && key
    ? grpc.ServerCredentials.createSsl(null, [{ cert_chain: readFileSync(cert), private_key: readFileSync(key) }])
    : grpc.ServerCredentials.createInsecure()

const listen = async () => {
  server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 })
  server.addService(
    streamServices.StreamsService as unknown as grpc.ServiceDefinition,
    {
      read: guarded(readMethod(log, subscriptions)),
      append: guarded(appendMethod(log, mayAnswer)),
      batchAppend: guarded(batchAppendMethod(log, mayAnswer)),
    } as unknown as grpc.UntypedServiceImplementation,
  )
  server.addService(
    featureServices.ServerFeaturesService as unknown as grpc.ServiceDefinition,
    {
      getSupportedMethods: supportedMethods,
    } as unknown as grpc.UntypedServiceImplementation,
  )
  server.addService(
    gossipServices.GossipService as unknown as grpc.ServiceDefinition,
    {
      read: members,
    } as unknown as grpc.UntypedServiceImplementation,
  )
  port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${port}`, credentials, (error, bound) => (error ? reject(error) : resolve(bound))),
  )
}

const restart = async () => {
  server.forceShutdown()
  await listen()
}

await listen()
process.stdout.write(`${port}\n`)
createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'drop') void restart()
    if (line === 'lose-answer') losesAnswer = true
  })
  // Whoever started it has gone.
  .on('close', () => process.exit(0))
process.on('SIGTERM', () => {
  endSubscriptions(subscriptions)
  setTimeout(() => process.exit(0), 50)
})
