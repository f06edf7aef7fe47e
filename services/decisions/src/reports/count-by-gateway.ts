import { setTimeout as sleep } from 'node:timers/promises'
import { isPosition } from '@hub/schemas/format/position.ts'
import { ReportFrozen } from '@hub/schemas/hub/report-frozen.ts'
import { instant } from '@hub/schemas/values/day.ts'
import { z } from 'zod'
import { type CountFigures, momentNotAnswered, patienceMs, windowRefused } from './count-figures.ts'
import type { CountedReport, ReportAsked } from './reports.ts'

/** What a gateway is asked; one that answers trusted documents alone has to be given it. */
export const countingOperation = `query FrozenFigures($moment: MomentInput, $atLeast: Position!, $region: RegionCode, $windows: [ReportWindowInput!]) {
  workReport(moment: $moment, atLeast: $atLeast, region: $region, windows: $windows) {
    moment { asOf asKnownAt position }
    windows { name titleZh unit value from to asked }
    figures { key row titleZh unit definition windows { name } value { exact } }
  }
}`

const figure = ReportFrozen.data.shape.figures.element.omit({ value: true, unit: true, windows: true }).extend({
  unit: z.string(),
  windows: z.array(z.object({ name: z.string() })),
  value: z.object({ exact: z.number().nullable() }),
})
const window = ReportFrozen.data.shape.windows.element.pick({ name: true, titleZh: true, asked: true }).extend({
  unit: z.string().nullable(),
  value: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
const answer = z.object({
  data: z
    .object({
      workReport: z
        .object({
          moment: z.object({
            asOf: instant.nullable(),
            asKnownAt: instant,
            position: z.string().refine(isPosition),
          }),
          windows: z.array(window),
          figures: z.array(figure),
        })
        .nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).optional() })).optional(),
})

/** `WORKING_DAYS` is `workingDays` in a frozen report. */
const unitOf = (unit: string) => unit.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const windowOf = ({ unit, value, from, to, ...heading }: z.output<typeof window>) => ({
  ...heading,
  ...(unit === null ? {} : { unit: unitOf(unit) }),
  ...(value === null ? {} : { value }),
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
})

const reportOf = ({
  moment,
  windows,
  figures,
}: NonNullable<NonNullable<z.output<typeof answer>['data']>['workReport']>) =>
  ({
    ...(moment.asOf === null ? {} : { asOf: moment.asOf }),
    position: moment.position,
    asKnownAt: moment.asKnownAt,
    windows: windows.map(windowOf),
    figures: figures.map(({ value, unit, windows: own, ...heading }) => ({
      ...heading,
      unit: unitOf(unit),
      windows: own.map(({ name }) => name),
      ...(value.exact === null ? {} : { value: value.exact }),
    })),
  }) satisfies CountedReport

/** The gateway is none, or takes no such operation: its settings, or `GATEWAY_URL`, are wrong. `code` is what it said. */
export class FiguresRefused extends Error {
  override name = 'FiguresRefused'
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

const notAnswered = ['MOMENT_IN_FUTURE', 'BEFORE_FOUNDING', 'OTHER_STORE']
const windowsRefused = ['REPORT_WINDOW_UNKNOWN', 'REPORT_WINDOW_VALUE']
const passing = ['TOO_MANY', 'TIMED_OUT', 'GATEWAY_STOPS']
const pauseMs = 200
/** Longest that one request may take, ms; a count over the whole city is a matter of seconds. */
const mostMs = 30_000

type Asked = {
  moment: object
  atLeast: string
  region: string | undefined
  windows: ReportAsked['windows']
}

const askOnce = async (url: URL, variables: Asked): Promise<CountedReport | { code: string }> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: countingOperation, variables }),
    signal: AbortSignal.timeout(mostMs),
  }).catch(() => undefined)
  if (!response) return { code: 'GATEWAY_STOPS' }
  const { data: body } = answer.safeParse(await response.json().catch(() => undefined))
  if (body?.data?.workReport) return reportOf(body.data.workReport)
  const code = body?.errors?.[0]?.extensions?.code
  if (code !== undefined) return { code }
  // A proxy in front of a gateway that is away answers for it.
  if (response.status >= 500) return { code: 'GATEWAY_STOPS' }
  throw new FiguresRefused(`what answers at ${url.host} counts no figures: it said ${response.status}`, 'NO_GATEWAY')
}

/**
 * Counts the figures of a report by asking a gateway over GraphQL, and waits for its views; `patience` in ms.
 * @throws {FiguresRefused}
 */
export const countByGateway = (gatewayUrl: string, patience = patienceMs): CountFigures => {
  const url = new URL('/graphql', gatewayUrl)
  return async (asked, atLeast) => {
    const { asOf, asKnownAt, ofRegion: region, windows } = asked
    const until = performance.now() + patience
    for (;;) {
      const counted = await askOnce(url, { moment: { asOf, asKnownAt }, atLeast, region, windows })
      if (!('code' in counted)) return counted
      const { code } = counted
      if (notAnswered.includes(code)) return momentNotAnswered(asked)
      if (windowsRefused.includes(code)) return windowRefused
      if (code !== 'NOT_YET' && !passing.includes(code))
        throw new FiguresRefused(`the gateway at ${url.host} refused the operation FrozenFigures: ${code}`, code)
      if (performance.now() > until)
        return { refused: [{ code: code === 'NOT_YET' ? code : 'FIGURES_AWAY', pointer: '' }] }
      await sleep(pauseMs)
    }
  }
}
