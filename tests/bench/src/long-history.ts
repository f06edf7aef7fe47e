import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { recordedEvent } from '@hub/event-store/recorded-event.fixture.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { anybody } from '@hub/reading/caller.ts'
import { openDoor } from '@hub/reading/door.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { deriveHubKeys, type HubKeys } from '@hub/schemas/format/hub-keys.ts'
import { openViews } from '@hub/views/open-views.ts'
import { rebuild } from '@hub/views/rebuild.ts'
import { verifiedStore } from '@hub/views/verified-store.ts'

const eventsOfPerson = 20
const personsAtOnce = 100
const digits = 'abcdefghijklmnopqrstuvwxyz234567'
const personOf = (n: number) => `1${Array.from({ length: 26 }, (_, at) => digits[(n >> ((at % 4) * 5)) & 31]).join('')}`

/** A job begun or ended each month: open fields only, so that what is measured is the reading, not the opening. */
const eventOf = (hubKeys: HubKeys, person: string, step: number) => {
  const stream = `person-${person}`
  const started = step % 2 === 0
  const day = `${2020 + Math.floor(step / 12)}-${String((step % 12) + 1).padStart(2, '0')}-03`
  const own = started ? { postKind: '企业', via: '自主', startedOn: day } : { endedOn: day }
  const data = {
    person: { personId: person },
    region: '430302',
    handledBy: [{ officialId: 'H-1', duty: '经办' }],
    employerUscc: '91430300MA4L2XYZ1A',
    ...own,
  }
  return recordedEvent(hubKeys, {
    type: `hr.Employment${started ? 'Started' : 'Ended'}.v1`,
    id: String(step),
    stream,
    revision: step,
    data: canonicalJson(data),
    time: `${day}T01:00:00.000Z`,
    recordedtime: `${day}T02:00:00.000Z`,
  })
}

/** A store of so many events, twenty a person month by month, and a reader over its views. */
export const longHistory = async (folder: string, events: number) => {
  const keys = openEmbeddedPersonKeys({ file: join(folder, `keys-${events}.db`), masterKey: randomBytes(32) })
  const hubKeys = deriveHubKeys(randomBytes(32))
  const file = join(folder, `store-${events}.db`)
  const store = verifiedStore(openEmbeddedEventStore({ file }), hubKeys.admission)
  const persons = Array.from({ length: events / eventsOfPerson }, (_, n) => personOf(n))
  for (let step = 0; step < eventsOfPerson; step++)
    for (let from = 0; from < persons.length; from += personsAtOnce)
      await store.append(
        persons.slice(from, from + personsAtOnce).map((person) => ({
          stream: `person-${person}`,
          expectedRevision: 'any' as const,
          events: [eventOf(hubKeys, person, step)],
        })),
      )
  const views = openViews({
    file: await rebuild({ store, keys, hubKeys, folder, name: `views-${events}.sqlite` }),
    readOnly: true,
  })
  return {
    persons,
    reader: openDoor({ views, store, keys, hubKeys, storeId: '' }).readerFor(anybody('bench')),
    close: async () => {
      views.close()
      await keys.close()
      await store.close()
    },
  }
}
