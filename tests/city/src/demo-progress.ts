import { SingleBar } from 'cli-progress'
import { firstDay } from './calendar.ts'
import type { Progress } from './play.ts'

/** How long the rate looks back, ms. */
const lookBack = 5_000

/** A bar with the day in the city, the rate of the last seconds, and when it will be done. */
export const progressBar = () => {
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {day} | {value}/{total} events | {rate}/s | {eta_formatted} to go',
    etaBuffer: 100,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
  })
  let marks: { at: number; sent: number }[] = []
  return {
    start: (total: number) => {
      marks = [{ at: Date.now(), sent: 0 }]
      bar.start(total, 0, { day: firstDay, rate: 0 })
    },
    update: ({ sent, day }: Progress) => {
      const now = Date.now()
      marks = [...marks.filter(({ at }) => now - at < lookBack), { at: now, sent }]
      const [first] = marks as [{ at: number; sent: number }]
      const rate = now > first.at ? Math.round(((sent - first.sent) * 1000) / (now - first.at)) : 0
      bar.update(sent, { day, rate })
    },
    stop: () => bar.stop(),
  }
}
