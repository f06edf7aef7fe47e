// What the hub says about days, times and words, as one JSON text: run under other zones and locales by its test.
import { readReplayOptions } from '@hub/hub/replay-options.ts'
import { normalisedTime } from '@hub/intake/event-time.ts'
import { readCell } from '@hub/intake/sheet/cell.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { dayAfter, dayOf, endOfDay, isDay, monthOf, startOfDay } from '@hub/schemas/values/day.ts'
import { isWorkingDay, workingDayAfter, workingDaysBetween } from '@hub/schemas/values/working-days.ts'

/** Midnights of Shanghai and of Greenwich, the summers of 1986–1991, clock changes in California and Kiribati. */
const instants = [
  '1986-05-03T18:00:00.000Z',
  '1988-06-30T15:30:00.000Z',
  '1994-12-31T10:00:00.000Z',
  '2024-02-29T15:59:59.999Z',
  '2024-02-29T16:00:00.000Z',
  '2025-03-09T10:00:00.000Z',
  '2025-11-02T09:00:00.000Z',
  '2025-12-31T23:59:59.999Z',
]
const days = [...new Set(instants.map(dayOf))]
const everyDayOf2025 = Array.from({ length: 365 }, (_, n) => dayAfter('2025-01-01', n))

const answers = {
  days: instants.map((at) => [dayOf(at), monthOf(at), startOfDay(dayOf(at)), endOfDay(dayOf(at)), isDay(dayOf(at))]),
  next: days.map((day) => [dayAfter(day), dayAfter(day, -1)]),
  nineWorkingDays: workingDaysBetween('2025-09-29', '2025-10-17'),
  dueOn: workingDayAfter('2025-09-29', 9),
  worked: everyDayOf2025.filter((day) => isWorkingDay(day)),
  cells: ['2025/10/1', '2025年10月1日', '20251001', '45931', '1988.7.1'].map((text) => readCell('day', text)),
  times: ['2025-03-04T09:30:00+08:00', '1988-07-01T00:30:00+09:00'].map((text) => normalisedTime(text, Date.UTC(2026))),
  asked: readReplayOptions({ data: '', from: '1988-07-01', to: '2024-03-18', asKnownAt: '2024-03-18T15:00:00Z' }),
  sorted: canonicalJson({ İ: 1, ı: 2, i: 3, I: 4, 张: 5, 阿: 6, ä: 7, z: 8 }),
}

const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
process.stdout.write(JSON.stringify({ machine: { timeZone, locale }, answers }))
