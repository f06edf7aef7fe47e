import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CountFigures,
  momentNotAnswered,
  patienceMs,
  windowRefused,
} from '@hub/decisions/reports/count-figures.ts'
import { pinnedMoment } from '@hub/reading/moment.ts'
import type { Reader } from '@hub/reading/reader.ts'
import { readingRefusals } from '@hub/reading/reading-refusals.ts'
import { freezeFigures } from '@hub/reading/report/frozen-report.ts'
import { setWindows } from '@hub/reading/report/windows.ts'
import { Refused } from '@hub/schemas/refusal.ts'

const comeTo = async (reader: () => Reader, position: string): Promise<boolean> => {
  const until = performance.now() + patienceMs
  while (reader().checkpoint().position < position) {
    if (performance.now() > until) return false
    await sleep(20)
  }
  return true
}

const windowCodes: readonly string[] = [
  readingRefusals.REPORT_WINDOW_UNKNOWN.code,
  readingRefusals.REPORT_WINDOW_VALUE.code,
]
const notYet = { refused: [{ code: 'NOT_YET', pointer: '' }] } as const

/** Counts the figures of a report from the views of this process; `reader` gives those in use at the time. */
export const countFromViews =
  (reader: () => Reader): CountFigures =>
  async (asked, atLeast) => {
    if (!(await comeTo(reader, atLeast))) return notYet
    const views = reader()
    try {
      const moment = pinnedMoment(views, asked)
      const asOf = moment.asOf === undefined ? {} : { asOf: moment.asOf }
      const region = asked.ofRegion === undefined ? {} : { region: asked.ofRegion }
      const windows = setWindows(asked.windows ?? [])
      const frozen = freezeFigures(views, { ordinal: moment.ordinal, ...asOf, ...region, windows })
      return { ...asOf, position: moment.position, asKnownAt: moment.knownTime, ...frozen }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { code } = error.refusal
      if (windowCodes.includes(code)) return windowRefused
      return code === 'NOT_YET' ? notYet : momentNotAnswered(asked)
    }
  }
