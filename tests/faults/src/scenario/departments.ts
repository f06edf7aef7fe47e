import { setTimeout as pause } from 'node:timers/promises'
import { CremationRegistered } from '@hub/schemas/civil-affairs/death.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { PaymentDisbursed } from '@hub/schemas/finance/disbursement.ts'
import type { HubKeys } from '@hub/schemas/format/hub-keys.ts'
import { receiptReader } from '@hub/schemas/format/receipt.ts'
import { EmploymentStarted } from '@hub/schemas/hr/employment.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { MeritRecorded } from '@hub/schemas/veteran-affairs/service.ts'
import { type Acknowledged, NoAnswer, type SentFact } from '../department-sender.ts'
import type { Service } from './service.ts'

const { fairId: _, ...employment } = EmploymentStarted.example as Record<string, unknown>

/** What each department says in these tests: its source, a type, and an example of its content. */
export const saying = [
  {
    source: '/departments/veteran-affairs/archive',
    type: MeritRecorded.type,
    example: MeritRecorded.example,
  },
  {
    source: '/departments/civil-affairs/registry',
    type: CremationRegistered.type,
    example: CremationRegistered.example,
  },
  {
    source: '/departments/finance/treasury',
    type: PaymentDisbursed.type,
    example: PaymentDisbursed.example,
  },
  { source: '/departments/hr/employment', type: EmploymentStarted.type, example: employment },
]
const exampleOf = new Map<string, object>(saying.map(({ type, example }) => [type, example]))

/** An invented citizen number, another one for each order (0–1,679,999). */
export const citizenNumberOf = (order: number): string => {
  const [day, year] = [1 + (Math.floor(order / 1_000) % 28), 1940 + (Math.floor(order / 28_000) % 60)]
  const first17 = `430304${year}01${String(day).padStart(2, '0')}${String(order % 1_000).padStart(3, '0')}`
  return completeCitizenNumber(first17)
}

const patienceMs = 25_000
const againAfterMs = 200

/** Hands one fact about a person to its department's intake, over HTTP. */
export const sendTo =
  (intakes: Readonly<Record<string, Service>>, hubKeys: Pick<HubKeys, 'receipts'>, person: string) =>
  async ({ amount, replaces, ...attributes }: SentFact): Promise<Acknowledged> => {
    const department = departmentOfSource(attributes.source)!
    const event = {
      specversion: '1.0',
      ...attributes,
      ...(replaces === undefined ? {} : { replaces, replacesreason: 'clerical-error' }),
      data: {
        ...exampleOf.get(attributes.type),
        person: { citizenNumber: person },
        handledBy: [{ officialId: `O-${amount}`, duty: '经办' }],
      },
    }
    const response = await fetch(`${intakes[department]!.url}/${department}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => undefined)
    const body = await response?.text().catch(() => undefined)
    if (response === undefined || body === undefined || response.status === 503) {
      await pause(againAfterMs)
      throw new NoAnswer('the intake does not answer, or says that it can take nothing now')
    }
    if (response.status !== 202) throw new Error(`the intake of ${department} answers ${response.status}: ${body}`)
    const { receipt } = JSON.parse(body) as { receipt: string }
    return { ...receiptReader(hubKeys.receipts)(receipt)!, receipt }
  }
