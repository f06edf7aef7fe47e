import { type Hub, type HubOptions, startHub } from '../hub.ts'
import { inventedPersons, registrations } from './invented-persons.ts'
import { openSandboxDoor } from './sandbox-door.ts'
import { sandboxFolder } from './sandbox-folder.ts'

export type SandboxOptions = Pick<HubOptions, 'host' | 'port' | 'logLevel' | 'onCrash'> & {
  /** Where it is kept; a temporary folder where none is named. */
  folder?: string | undefined
  /** Where its clock stands (ms); without it, the clock goes with the real one until it is set by `PUT /clock`. */
  simulatedFrom?: number | undefined
}

/** How often a clock that nobody has set is brought to the real one. */
const tickMs = 1_000

const setClock = (hub: Hub, now: number) =>
  fetch(new URL('/clock', hub.url), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: new Date(now).toISOString() }),
  }).catch(() => undefined)

const registerPersons = async (hub: Hub): Promise<void> => {
  const answer = await fetch(new URL('/veteran-affairs/events', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(registrations()),
  })
  const { accepted } = (await answer.json()) as { accepted: number }
  if (accepted !== inventedPersons.length) throw new Error('the sample persons were not taken')
  await hub.visible()
}

/**
 * Starts a hub to try things on: a store of its own, a simulated clock, persons whom nobody is, and `POST /sandbox/reset`,
 * which begins anew. Every answer says that it is a sandbox.
 * @throws {NotASandbox} where the folder holds anything else
 */
export const startSandbox = async (options: SandboxOptions): Promise<{ url: string; stop(): Promise<void> }> => {
  const folder = sandboxFolder(options.folder)
  let isSet = options.simulatedFrom !== undefined
  const start = async (dataFolder: string): Promise<Hub> => {
    const { logLevel, onCrash, simulatedFrom = Date.now() } = options
    const started = await startHub({ dataFolder, host: '127.0.0.1', port: 0, logLevel, simulatedFrom, onCrash })
    await registerPersons(started)
    return started
  }
  const first = folder.last() ?? folder.next()
  folder.keepOnly(first)
  let hub = await start(first)
  let resetting: Promise<void> | undefined
  /** The old hub answers until the new one does. */
  const reset = async () => {
    const [before, fresh] = [hub, folder.next()]
    hub = await start(fresh)
    isSet = options.simulatedFrom !== undefined
    await before.stop()
    folder.keepOnly(fresh)
  }
  const ticking = setInterval(() => {
    if (!isSet && !resetting) void setClock(hub, Date.now())
  }, tickMs)
  const door = await openSandboxDoor({
    host: options.host,
    port: options.port,
    hub: () => hub.url,
    reset: () => {
      resetting ??= reset().finally(() => {
        resetting = undefined
      })
      return resetting
    },
    onClock: () => {
      isSet = true
    },
    about: () => ({ sandbox: true, persons: inventedPersons, clock: isSet ? 'set' : 'real' }),
  })
  return {
    url: door.url,
    stop: async () => {
      clearInterval(ticking)
      await door.close()
      await resetting?.catch(() => undefined)
      await hub.stop()
      folder.leave()
    },
  }
}
