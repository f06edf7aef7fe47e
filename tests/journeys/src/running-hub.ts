import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Hub, type HubOptions, startHub } from '@hub/hub/hub.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { VeteranRegistered } from '@hub/schemas/veteran-affairs/registration.ts'

/** An invented citizen number, another one for each order code (0–999). */
export const citizenNumberOf = (order: number, born = '19700101'): string =>
  completeCitizenNumber(`430304${born}${String(order).padStart(3, '0')}`)

/** A registration of an invented veteran; members of the changes replace its own. */
export const registration = (
  id: string,
  citizenNumber: string,
  changes: Record<string, unknown> = {},
  data: Record<string, unknown> = {},
) => ({
  specversion: '1.0',
  id,
  source: '/departments/veteran-affairs/service-platform',
  type: VeteranRegistered.type,
  time: '2025-03-01T09:00:00+08:00',
  ...changes,
  data: {
    ...VeteranRegistered.example,
    person: { citizenNumber },
    idDocument: { kind: '居民身份证', number: citizenNumber },
    ...data,
  },
})

export type HubAnswer = { status: number; type: string | undefined; text: string; body: Record<string, unknown> }
/** What became of a submission. */
export type ReceiptBody = { state: string; reason?: string; position?: string; recordedAt?: string; stream?: string }

const answerOf = async (response: Response): Promise<HubAnswer> => {
  const text = await response.text()
  const type = response.headers.get('content-type')?.split(';')[0]
  const body = type?.includes('json') && !text.includes('}\n{')
  return { status: response.status, type, text, body: body ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

/** Codes and places of an answer's faults. */
export const faultsOf = ({ body }: HubAnswer): string[] =>
  ((body.errors ?? []) as { code: string; pointer: string }[]).map(({ code, pointer }) => `${code} ${pointer}`)

/** Starts a hub on a folder; on a free port, where none is asked for. */
export const startOn = (
  dataFolder: string,
  asked: Pick<HubOptions, 'simulatedFrom'> & Partial<Pick<HubOptions, 'port'>> = {},
): Promise<Hub> =>
  startHub({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    ...asked,
    onCrash: (reason) => {
      throw new Error(reason)
    },
  })

/** A folder of its own for a hub, and what takes it away. */
export const hubFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-journey-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A client of a running hub, over HTTP alone. */
export const clientOf = (hub: Pick<Hub, 'url'>) => {
  const request = async (method: string, path: string, type: string, body: RequestInit['body']) =>
    answerOf(await fetch(hub.url + path, { method, headers: { 'content-type': type }, body: body ?? null }))
  const post = (path: string, type: string, body: RequestInit['body']) => request('POST', path, type, body)
  const sendText = (body: RequestInit['body'], department = 'veteran-affairs') =>
    post(`/${department}/events`, 'application/cloudevents+json', body)
  const receipt = async (token: string): Promise<ReceiptBody> => {
    for (;;) {
      const { body } = await answerOf(await fetch(`${hub.url}/receipts/${token}`))
      if (body.state !== 'PENDING') return body as ReceiptBody
      await sleep(10)
    }
  }
  const send = (event: object, department?: string) => sendText(JSON.stringify(event), department)
  /** `Data` is what the query asks for. */
  const ask = async <Data = Record<string, never>>(query: string, variables: object = {}) => {
    const { body, text } = await post('/graphql', 'application/json', JSON.stringify({ query, variables }))
    const { data, errors } = body as {
      data?: Data | null
      errors?: { extensions: { code: string } }[]
    }
    return { data, codes: (errors ?? []).map(({ extensions }) => extensions.code), text }
  }
  return {
    post,
    ask,
    /** The hub's id of a person whose file is there or on its way: no receipt tells it. */
    personIdOf: async (citizenNumber: string): Promise<string> => {
      for (;;) {
        const { data } = await ask(`{ veteran(by: { citizenNumber: "${citizenNumber}" }) { personId } }`)
        const veteran = data?.veteran as { personId: string } | null | undefined
        if (veteran) return veteran.personId
        await sleep(10)
      }
    },
    sendText,
    send,
    receipt,
    put: (path: string, body: object) => request('PUT', path, 'application/json', JSON.stringify(body)),
    /** Sends an event that the intake takes, and waits for what becomes of it. */
    settle: async (event: object, department?: string): Promise<ReceiptBody> => {
      const { status, text, body } = await send(event, department)
      if (status !== 202) throw new Error(`the intake did not take it: ${status} ${text}`)
      return receipt(String(body.receipt))
    },
  }
}
