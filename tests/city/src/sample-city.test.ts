import { createHash } from 'node:crypto'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { checkSubmission } from '@hub/intake/check-submission.ts'
import { catalogue, lookUpType, parseType } from '@hub/schemas/catalogue.ts'
import { streamIdOf, streamName } from '@hub/schemas/format/stream-name.ts'
import { describe, expect, it } from 'vitest'
import { dayOfInstant } from './calendar.ts'
import { sampleCity } from './sample-city.ts'
import { shortScale } from './scale.ts'
import { keyOf, type StreamFromReceipt, type Submission } from './submission.ts'

const smallCity = (seed: number) => sampleCity({ seed, persons: 3_000, scale: shortScale })
const all = smallCity(1).submissions
const good = all.filter((submission) => submission.refusal === undefined)
const once = good.filter((submission) => !submission.again)

const keys = { persons: new Uint8Array(32), localIds: new Uint8Array(32) }

/** The event with some stream in the place of each receipt, of the category that the field names. */
const withStreams = (event: Submission['event']) => {
  const references = new Map(
    (lookUpType(event.type)?.definition.references ?? []).map(({ field, category }) => [field, category]),
  )
  const data = Object.entries(event.data).map(([field, value]) => {
    const receipt = (value as Partial<StreamFromReceipt> | undefined)?.fromReceipt
    if (receipt === undefined) return [field, value]
    return [field, streamName(references.get(field)!, streamIdOf(keys.localIds, event.source, receipt))]
  })
  return { ...event, data: Object.fromEntries(data) }
}

/** Types that only the hub says: a department cannot. */
const saidByTheHub = (department: string) => department === 'hub'

describe('the sample city', () => {
  it('is taken by the intakes, checks and all, but for what has to be refused, and that for its reason', () => {
    const surprises = new Map<string, number>()
    const wonder = (surprise: string) => surprises.set(surprise, (surprises.get(surprise) ?? 0) + 1)
    for (const { department, event, refusal, sentAt } of all) {
      const { checks } = sheetFormats[department]
      const checked = checkSubmission(withStreams(event), { department, checks, hubKeys: keys, now: sentAt })
      const faults = 'faults' in checked ? checked.faults : []
      if (refusal === undefined) for (const { code, pointer } of faults) wonder(`${event.type} ${code} ${pointer}`)
      else if (!faults.some(({ code }) => code === refusal)) wonder(`${event.type} was taken in spite of ${refusal}`)
    }
    expect(Object.fromEntries(surprises)).toEqual({})
  })

  it('says every type of the vocabulary, and every older version', () => {
    const said = new Set(good.map(({ event }) => event.type))
    const types = catalogue
      .filter(({ department }) => !saidByTheHub(department))
      .flatMap((one) => [one.type, ...one.earlier.map(({ version }) => `${one.department}.${one.name}.v${version}`)])
    expect(types.length).toBeGreaterThan(150)
    expect(types.filter((type) => !said.has(type))).toEqual([])
  })

  it('is the same for the same seed, and another for another', () => {
    const digest = (submissions: readonly Submission[]) =>
      createHash('sha256').update(JSON.stringify(submissions)).digest('hex')
    expect(digest(smallCity(1).submissions)).toBe(digest(all))
    expect(digest(smallCity(2).sentIn('2023-01'))).not.toBe(digest(smallCity(1).sentIn('2023-01')))
  })

  it('is told month by month, and any month again', () => {
    const city = smallCity(1)
    const inMarch = city.sentIn('2024-03')
    expect(inMarch).toEqual(all.filter(({ sentAt }) => dayOfInstant(sentAt).startsWith('2024-03')))
    expect(city.sentIn('2024-03')).toEqual(inMarch)
  })

  it('knows how many submissions it has before it tells them', () => {
    expect(smallCity(1).total).toBe(all.length)
  })

  it('uses an id once a source apart from what is sent twice or altered, and happens before it is sent', () => {
    const seen = new Set<string>()
    const repeated = once.map(({ event }) => keyOf(event)).filter((id) => seen.size === seen.add(id).size)
    expect(repeated).toEqual(['/departments/veteran-affairs/service-platform#AID-ALTERED'])
    expect(good.filter(({ event, sentAt }) => Date.parse(event.time) > sentAt)).toEqual([])
  })

  it('lets nobody act after their death but for what a death brings with it', () => {
    const dead = new Map(
      [...smallCity(1).veterans].flatMap(({ citizenNumber, diedOn }) => (diedOn ? [[citizenNumber, diedOn]] : [])),
    )
    const after = once.filter(({ event }) => {
      const person = event.data.person as { citizenNumber?: string } | undefined
      const diedOn = dead.get(person?.citizenNumber ?? '')
      return diedOn !== undefined && event.time.slice(0, 10) > diedOn
    })
    const names = new Set(after.map(({ event }) => parseType(event.type)!.name))
    expect(dead.size).toBeGreaterThan(20)
    expect([...names].filter((name) => !broughtByDeath.has(name))).toEqual([])
  })
})

const broughtByDeath = new Set([
  'DeathNoticed',
  'DeathRegistered',
  'CremationRegistered',
  'PensionStopped',
  'DeathGrantPaid',
  'BenefitTerminated',
  'BeneficiaryCategoryEnded',
  'DisabilityCertificateCancelled',
  'PaymentOrdered',
  'PaymentDisbursed',
  'PaymentReturned',
  'PaymentReissued',
  'AccountVerified',
])
