import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'
import type { Service } from '../scenario/service.ts'

const minuteMs = 60_000
const preload = `--import ${new URL('../scenario/shifted-clock.ts', import.meta.url).href}`

/** The services' clocks are up to forty minutes apart. */
export const clocksDiffer: Fault = {
  name: 'clocks that differ between services',
  run: async ({ hub, untilAcknowledged, untilRecorded }) => {
    const { intakes, recorder, gateway } = hub
    const other = await hub.openRecorder()
    const shifts: [Service, number][] = [
      [intakes.finance!, 4],
      [recorder, -20],
      [other, 20],
      ...(isLong
        ? ([
            [intakes.hr!, -20],
            [gateway, -10],
          ] as [Service, number][])
        : []),
    ]
    const restart = async (shift: (minutes: number) => number) => {
      await Promise.all(
        shifts.map(async ([service, minutes]) => {
          await service.stop()
          await service.start({ NODE_OPTIONS: preload, CLOCK_SHIFT_MS: String(shift(minutes) * minuteMs) })
        }),
      )
    }
    await restart((minutes) => minutes)
    await Promise.all([untilAcknowledged(50), untilRecorded(10)])
    const page = await hub.store.readAll({ direction: 'backwards', limit: 1_000 })
    const times = page.map(({ metadata }) => Date.parse(JSON.parse(metadata).recordedtime))
    const apart = Math.round((Math.max(...times) - Math.min(...times)) / minuteMs)
    await other.stop()
    shifts.splice(2, 1)
    await restart(() => 0)
    return `recorded times up to ${apart} minutes apart within a thousand events; order and views as with one clock`
  },
}
