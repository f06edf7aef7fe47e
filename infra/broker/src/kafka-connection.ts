import { readFileSync } from 'node:fs'

export type KafkaLogin = {
  mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'
  username: string
  password: string
}

/** How a cluster is reached. */
export type KafkaConnection = {
  /** `<host>:<port>` of some of its brokers. */
  brokers: readonly string[]
  /** TLS with these PEM texts; without `ca` the system's authorities count. */
  tls?: { ca?: string; cert?: string; key?: string }
  login?: KafkaLogin
}

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const

const loginOf = (env: NodeJS.ProcessEnv): KafkaLogin | undefined => {
  const { BROKER_SASL, BROKER_USERNAME, BROKER_PASSWORD } = env
  if (BROKER_SASL === undefined) return undefined
  const mechanism = mechanisms.find((one) => one === BROKER_SASL)
  if (mechanism === undefined) throw new Error(`BROKER_SASL must be one of: ${mechanisms.join(', ')}`)
  if (!BROKER_USERNAME || !BROKER_PASSWORD) throw new Error('BROKER_SASL needs BROKER_USERNAME and BROKER_PASSWORD')
  return { mechanism, username: BROKER_USERNAME, password: BROKER_PASSWORD }
}

const tlsOf = (env: NodeJS.ProcessEnv): KafkaConnection['tls'] => {
  const files = { ca: env.BROKER_CA_FILE, cert: env.BROKER_CERT_FILE, key: env.BROKER_KEY_FILE }
  const given = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (env.BROKER_TLS !== '1' && given.length === 0) return undefined
  return Object.fromEntries(given.map(([name, file]) => [name, readFileSync(file, 'utf8')]))
}

/**
 * The connection that a URL `kafka://<host>:<port>[,<host>:<port>…]` and the environment speak of: `BROKER_TLS=1`,
 * `BROKER_CA_FILE`, `BROKER_CERT_FILE`, `BROKER_KEY_FILE`; `BROKER_SASL` with `BROKER_USERNAME` and `BROKER_PASSWORD`.
 * Throws an `Error` that says what is wrong, without the password.
 */
export const kafkaConnection = (url: string, env: NodeJS.ProcessEnv = {}): KafkaConnection => {
  const [, addresses] = /^kafka:\/\/([^/?#@]+)\/?$/.exec(url) ?? []
  if (addresses === undefined)
    throw new Error(
      'a broker URL is kafka://<host>:<port>[,<host>:<port>…]; name and password go into BROKER_USERNAME and BROKER_PASSWORD',
    )
  const brokers = addresses.split(',').map((address) => (/:\d+$/.test(address) ? address : `${address}:9092`))
  const [tls, login] = [tlsOf(env), loginOf(env)]
  return { brokers, ...(tls && { tls }), ...(login && { login }) }
}
