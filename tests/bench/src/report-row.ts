import { median, type Row, timed } from './measure.ts'
import { inFolder } from './sample-load.ts'
import { ask, serveCity } from './served-city.ts'

const query = `query Report($moment: MomentInput) { workReport(moment: $moment) {
  moment { position } figures { row key unit window { from to } value { exact display } } } }`

/** The whole work report as it was known on a past day. */
export const reportRow: Row = {
  name: 'report',
  title: 'the work report over HTTP, all figures, at a past moment',
  reach: { most: 500 },
  unit: 'ms',
  measure: () =>
    inFolder(async (folder) => {
      const city = await serveCity(folder, { persons: 6_000, count: 20_000 })
      const { time } = city.views.database
        .prepare('SELECT known_time AS time FROM facts WHERE ordinal = ? LIMIT 1')
        .get(Math.floor(city.events * 0.9)) as { time: string }
      const moment = { asOf: time, asKnownAt: { time } }
      const body = JSON.stringify({ query, variables: { moment } })
      const { workReport } = (await ask(city.origin, body)) as { workReport: { figures: unknown[] } }
      const times: number[] = []
      for (let round = 0; round < 9; round++) times.push(await timed(async () => void (await ask(city.origin, body))))
      const { facts } = city.views.database.prepare('SELECT count(*) AS facts FROM facts').get() as { facts: number }
      await city.close()
      return { value: median(times), details: { facts, figures: workReport.figures.length, rounds: times.length } }
    }),
}
