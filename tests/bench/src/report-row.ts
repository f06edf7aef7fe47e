import { growFacts } from './grown-facts.ts'
import { median, type Row, timed } from './measure.ts'
import { inFolder } from './sample-load.ts'
import { ask, serveCity } from './served-city.ts'

const bars = { report: 500, page: 20 }
const target = 1_000_000

const report = `query Report($moment: MomentInput) { workReport(moment: $moment) {
  moment { position } figures { row key unit window { from to } value { exact display } } } }`
const page = `query Page($moment: MomentInput) { workReport(moment: $moment) {
  figures(keys: ["veterans-registered"]) { facts(first: 20) { totalCount nodes { id titleZh occurredAt } } } } }`

type Page = { workReport: { figures: { facts: { totalCount: number; nodes: unknown[] } }[] } }

/** The whole work report as it was known on a past day, and the first page of the facts behind its largest figure. */
export const reportRow: Row = {
  name: 'report',
  title: `over HTTP at a past moment, 1 M facts: the work report with all figures (${bars.report} ms), one figure's first page (${bars.page} ms); the worse of both against its bar`,
  reach: { most: 1 },
  unit: '× its bar',
  measure: () =>
    inFolder(async (folder) => {
      const city = await serveCity(folder, { persons: 1_500, count: target })
      const grown = growFacts(city.views, target)
      const { time } = city.views.database
        .prepare(
          'SELECT known_time AS time FROM facts WHERE known_from = ordinal ORDER BY ordinal DESC LIMIT 1 OFFSET ?',
        )
        .get(Math.floor(target / 10)) as { time: string }
      const variables = { moment: { asOf: time, asKnownAt: { time } } }
      const medianOf = async (query: string) => {
        const body = JSON.stringify({ query, variables })
        const first = await ask(city.origin, body)
        const times: number[] = []
        for (let round = 0; round < 9; round++) times.push(await timed(async () => void (await ask(city.origin, body))))
        return { first, ms: median(times) }
      }
      const whole = await medianOf(report)
      const opened = await medianOf(page)
      const { figures } = (whole.first as { workReport: { figures: unknown[] } }).workReport
      const { facts } = (opened.first as Page).workReport.figures[0]!
      await city.close()
      return {
        value: Math.max(whole.ms / bars.report, opened.ms / bars.page),
        details: {
          facts: grown.facts,
          persons: grown.persons,
          figures: figures.length,
          'report ms': Math.round(whole.ms),
          'first page ms': opened.ms.toFixed(1),
          'facts behind it': facts.totalCount,
          'facts on the page': facts.nodes.length,
        },
      }
    }),
}
