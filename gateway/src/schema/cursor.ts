import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { secretKeyOf } from '@hub/schemas/format/secret-key.ts'
import type { GatewayContext } from './context.ts'
import { refusal } from './errors.ts'

const macBytes = 16

/** What a cursor is good for: one list, under one filter and order, of one caller, in one store. */
const scopeOf = (context: GatewayContext, list: string, filter: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([context.storeId, context.policy.caller, list, filter]))
    .digest('base64url')
    .slice(0, 22)

const macOf = (key: Uint8Array, body: string, scope: string) =>
  createHmac('sha256', secretKeyOf(key)).update(`cursor\0${scope}\0${body}`).digest().subarray(0, macBytes)

/** Makes and reads the cursors of one list. Keys are those of the row after which the page begins. */
export const cursorsOf = (context: GatewayContext, list: string, filter: unknown) => {
  const scope = scopeOf(context, list, JSON.parse(JSON.stringify(filter ?? null)))
  return {
    write: (keys: readonly (string | number)[]): string => {
      const body = Buffer.from(JSON.stringify(keys)).toString('base64url')
      return `${body}.${macOf(context.hubKeys.receipts, body, scope).toString('base64url')}`
    },
    /** @throws a refusal `CURSOR_MISMATCH` */
    read: (cursor: string): readonly (string | number)[] => {
      const [body = '', mac = ''] = cursor.split('.')
      const given = Buffer.from(mac, 'base64url')
      if (given.length !== macBytes || !timingSafeEqual(given, macOf(context.hubKeys.receipts, body, scope)))
        throw refusal('CURSOR_MISMATCH', 'the cursor belongs to another list, filter, caller or store')
      return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as (string | number)[]
    },
  }
}
