import { setTimeout as sleep } from 'node:timers/promises'
import { isPosition } from '@hub/schemas/format/position.ts'
import { ReportFrozen } from '@hub/schemas/hub/report-frozen.ts'
import { instant } from '@hub/schemas/values/day.ts'
import { z } from 'zod'
import { type CountFigures, momentNotAnswered, patienceMs } from './count-figures.ts'
import type { CountedReport } from './reports.ts'

/** What a gateway is asked; one that answers trusted documents alone has to be given it. */
export const countingOperation = `query FrozenFigures($moment: MomentInput, $atLeast: Position!, $region: RegionCode) {
  workReport(moment: $moment, atLeast: $atLeast, region: $region) {
    moment { asOf asKnownAt position }
    figures { key row titleZh unit definition value { exact } }
  }
}`

const figure = ReportFrozen.data.shape.figures.element.omit({ value: true, unit: true }).extend({
  unit: z.string(),
  value: z.object({ exact: z.number().nullable() }),
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
          figures: z.array(figure),
        })
        .nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).optional() })).optional(),
})

/** `WORKING_DAYS` is `workingDays` in a frozen report. */
const unitOf = (unit: string) => unit.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const reportOf = ({ moment, figures }: NonNullable<NonNullable<z.output<typeof answer>['data']>['workReport']>) =>
  ({
    ...(moment.asOf === null ? {} : { asOf: moment.asOf }),
    position: moment.position,
    asKnownAt: moment.asKnownAt,
    figures: figures.map(({ value, unit, ...heading }) => ({
      ...heading,
      unit: unitOf(unit),
      ...(value.exact === null ? {} : { value: value.exact }),
    })),
  }) satisfies CountedReport

const notAnswered = ['MOMENT_IN_FUTURE', 'BEFORE_FOUNDING', 'OTHER_STORE']
const passing = ['TOO_MANY', 'TIMED_OUT', 'GATEWAY_STOPS']
const pauseMs = 200
/** Longest that one request may take, ms; a count over the whole city is a matter of seconds. */
const mostMs = 30_000

const refusedAs = (code: 'NOT_YET' | 'FIGURES_AWAY') => ({ refused: [{ code, pointer: '' }] })

type Asked = { moment: object; atLeast: string; region: string | undefined }

const askOnce = async (url: URL, variables: Asked): Promise<CountedReport | { code: string }> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: countingOperation, variables }),
    signal: AbortSignal.timeout(mostMs),
  }).catch(() => undefined)
  if (!response) return { code: 'GATEWAY_STOPS' }
  const body = answer.safeParse(await response.json().catch(() => undefined))
  if (!body.success) throw new Error(`the gateway at ${url.host} counts no figures: it answered ${response.status}`)
  const { data, errors } = body.data
  if (data?.workReport) return reportOf(data.workReport)
  return { code: errors?.[0]?.extensions?.code ?? 'none' }
}

/**
 * Counts the figures of a report by asking a gateway over GraphQL, and waits for its views. Anything but a moment that it
 * can't answer for, or a fault that passes, is thrown: the gateway's settings are wrong then.
 */
export const countByGateway = (gatewayUrl: string): CountFigures => {
  const url = new URL('/graphql', gatewayUrl)
  return async (asked, atLeast) => {
    const { asOf, asKnownAt, ofRegion: region } = asked
    const until = performance.now() + patienceMs
    for (;;) {
      const counted = await askOnce(url, { moment: { asOf, asKnownAt }, atLeast, region })
      if (!('code' in counted)) return counted
      const { code } = counted
      if (notAnswered.includes(code)) return momentNotAnswered(asked)
      if (code !== 'NOT_YET' && !passing.includes(code))
        throw new Error(`the gateway at ${url.host} refused the operation FrozenFigures: ${code}`)
      if (performance.now() > until) return refusedAs(code === 'NOT_YET' ? 'NOT_YET' : 'FIGURES_AWAY')
      await sleep(pauseMs)
    }
  }
}
