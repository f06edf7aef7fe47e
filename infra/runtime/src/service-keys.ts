import { hash, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { deriveHubKeys, type HubKeys } from '@hub/schemas/format/hub-keys.ts'
import {
  type KeyedService,
  type KeysOfService,
  keyedServices,
  keysOfService,
} from '@hub/schemas/format/service-keys.ts'

/** What the first line of a file of keys says that it is. */
const fileFormat = 'veterans-hub-service-keys-1'

/** A file of a service's keys that can't be used. The message says which file, what is wrong and what to do. */
export class ServiceKeysUnusable extends Error {
  override name = 'ServiceKeysUnusable'
}

type Keys = { readonly [name: string]: string | Keys }

const hexOf = (keys: object): Keys =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [
      name,
      key instanceof Uint8Array ? Buffer.from(key).toString('hex') : hexOf(key),
    ]),
  )

const bytesOf = (keys: Keys): object =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [
      name,
      typeof key === 'string' ? new Uint8Array(Buffer.from(key, 'hex')) : bytesOf(key),
    ]),
  )

/** The names in a file of keys, whatever the keys are. */
const shapeOf = (keys: unknown): unknown =>
  typeof keys === 'object' && keys !== null
    ? Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, shapeOf(key)]))
    : typeof keys === 'string' && /^[0-9a-f]{64}$/.test(keys)

type Content = { format: string; service: string; hub: string; keys: Keys }

const checkOf = (content: Content): string => hash('sha256', canonicalJson(content))

const contentOf = (hubKeys: HubKeys, service: KeyedService): Content => {
  const { fingerprint, ...keys } = keysOfService(hubKeys, service)
  return { format: fileFormat, service, hub: fingerprint, keys: hexOf(keys) }
}

/** The text of the file that holds what this service needs of the hub's keys, and nothing else. */
export const serviceKeysText = (hubKeys: HubKeys, service: KeyedService): string => {
  const content = contentOf(hubKeys, service)
  return `${JSON.stringify({ ...content, check: checkOf(content) }, null, 2)}\n`
}

const again = (service: string) => `make it anew by \`hub keys issue --service ${service}\``

const parse = (path: string, service: KeyedService): Content & { check?: unknown } => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new ServiceKeysUnusable(`the file of keys ${path} can't be read (${code}): ${again(service)}`, { cause })
  }
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed as Content
  } catch {
    // Said below, as for what is JSON and no object.
  }
  throw new ServiceKeysUnusable(`the file of keys ${path} is cut off, or is no file of keys: ${again(service)}`)
}

/** Any hub's: what counts is which keys a file of this service has. */
const someHub = deriveHubKeys(new Uint8Array(32))

/** Reads the keys of a service from its file. @throws {ServiceKeysUnusable} */
export const readServiceKeys = <Service extends KeyedService>(
  path: string,
  service: Service,
): KeysOfService[Service] => {
  const { check, ...content } = parse(path, service)
  const refuse = (why: string) => new ServiceKeysUnusable(`the file of keys ${path} ${why}: ${again(service)}`)
  if (content.format !== fileFormat) throw refuse('has not the format that this hub reads')
  if (content.service !== service) {
    const named = (keyedServices as readonly string[]).includes(content.service) ? content.service : 'another service'
    throw refuse(`is that of ${named}, and this is ${service}`)
  }
  const expected = Buffer.from(checkOf(content))
  const given = Buffer.from(String(check))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refuse('was changed or cut')
  const wanted = shapeOf(contentOf(someHub, service).keys)
  if (canonicalJson(shapeOf(content.keys)) !== canonicalJson(wanted)) throw refuse('has not the keys that are needed')
  // The names are those of `keysOfService`, compared just now.
  return { fingerprint: content.hub, ...bytesOf(content.keys) } as unknown as KeysOfService[Service]
}
