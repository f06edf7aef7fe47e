import { setTimeout as pause } from 'node:timers/promises'
import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'

const times = isLong ? 10 : 2
const mostPersons = 24

/** The database of the persons' keys is restarted, in order and by a crash, while new persons need keys. */
export const databaseRestarted: Fault = {
  name: "keys' database restarted under load",
  run: async ({ hub, addPerson, untilAcknowledged }) => {
    const stopping = new AbortController()
    let persons = 0
    const adding = (async () => {
      while (!stopping.signal.aborted && persons < mostPersons) {
        addPerson()
        persons += 1
        await pause(100)
      }
    })()
    for (let time = 0; time < times; time++) {
      await untilAcknowledged(20)
      await hub.restartDatabase(time % 2 === 0 ? 'SIGINT' : 'SIGQUIT')
    }
    stopping.abort()
    await adding
    await untilAcknowledged(20)
    return `${times} restarts, every second one a crash; ${persons} persons more, and new ones after them; intakes answered 503 for as long`
  },
}
