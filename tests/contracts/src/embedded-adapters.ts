import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'

/** The module by which processes of their own open the embedded adapters. */
export const module: string = import.meta.url

const fileIn = (place: string) => join(place, 'hub.db')

/** Opens the embedded broker in a data folder; `maxMessages` as the adapter takes it. */
export const openBroker = async (place: string, maxMessages?: number) =>
  openEmbeddedBroker({ file: fileIn(place), ...(maxMessages === undefined ? {} : { maxMessages }) })

/** Opens the embedded event store in a data folder. */
export const openEventStore = async (place: string) => openEmbeddedEventStore({ file: fileIn(place) })

/** A new data folder, and how to do away with it. */
export const freshFolder = async () => {
  const place = await mkdtemp(join(tmpdir(), 'hub-contract-'))
  return { place, remove: () => rm(place, { recursive: true, force: true }) }
}
