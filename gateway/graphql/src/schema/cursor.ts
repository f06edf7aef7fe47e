import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Reader } from '@hub/reading/reader.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { secretKeyOf } from '@hub/schemas/format/secret-key.ts'
import type { GatewayContext } from './context.ts'
import { refusal } from './errors.ts'

const macBytes = 16

/**
 * A mark of the store that a cursor belongs to, so that a cursor of another store is told apart. It is no secret and no
 * proof.
 */
const storeMark = (storeId: string): string => createHash('sha256').update(storeId).digest('base64url').slice(0, 8)

/** What of a request a cursor is bound to, and what signs it. */
type Bound = Pick<GatewayContext, 'storeId' | 'hubKeys'> & { reader: Pick<Reader, 'caller'> }

/** What a cursor is good for: one list, under one filter and order, of one caller, in one store. */
const scopeOf = (context: Bound, list: string, filter: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([context.storeId, context.reader.caller.who, list, filter]))
    .digest('base64url')
    .slice(0, 22)

const macOf = (key: Uint8Array, body: string, scope: string) =>
  createHmac('sha256', secretKeyOf(key)).update(`cursor\0${scope}\0${body}`).digest().subarray(0, macBytes)

/** A row's place in a list: its values of the order's fields, the last of them its own. */
export type Keys = readonly (string | number)[]

/** Makes and reads the cursors of one list. Keys are those of the row after which the page begins. */
export const cursorsOf = (context: Bound, list: string, filter: unknown) => {
  let computed: string | undefined
  const scope = () => {
    computed ??= scopeOf(context, list, JSON.parse(JSON.stringify(filter ?? null)))
    return computed
  }
  const mac = (body: string) => macOf(context.hubKeys.cursors, body, scope())
  return {
    /** Equal for two lists if, and only if, a cursor of one is valid for the other. */
    scope,
    write: (keys: Keys): string => {
      const body = Buffer.from(JSON.stringify(keys)).toString('base64url')
      return `${storeMark(context.storeId)}.${body}.${mac(body).toString('base64url')}`
    },
    /** @throws a refusal `CURSOR_MISMATCH`, or `OTHER_STORE` */
    read: (cursor: string): Keys => {
      const [mark, body = '', signature = ''] = cursor.split('.')
      const given = Buffer.from(signature, 'base64url')
      if (given.length === macBytes && mark !== storeMark(context.storeId))
        throw refusal('OTHER_STORE', { en: 'the cursor belongs to another store', zh: '该游标属于另一存储库' })
      if (given.length !== macBytes || !timingSafeEqual(given, mac(body))) throw refusal('CURSOR_MISMATCH')
      return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Keys
    },
  }
}
