import Table from 'cli-table3'
import { falseDeathDays } from './stories/false-death.ts'

type Claimed<Value> = { value: Value | null } | null
type Listed = { name: string; status: string; from: string; until?: string | null }
type FileAnswer = {
  veteran: {
    personId: string
    identity: { name: Claimed<string>; registeredOn: Claimed<string> }
    status: { alive: Claimed<boolean>; deceasedOn: Claimed<string> }
    benefits: { suspensions: Listed[]; approvals: Listed[] }
    employment: { jobs: Listed[] }
  }
}

/** A row of the report: what the city has played, and what the hub counted. */
export type ReportRow = {
  key: string
  titleZh: string
  titleEn: string
  window: string
  expected: string
  counted: string
  equal: boolean
}

/** Asks the hub; throws the first error's message (which never holds a variable). */
export const ask = async <Data>(url: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { data: Data; errors?: { message: string }[] }
  if (answer.errors) throw new Error(answer.errors[0]!.message)
  return answer.data
}

const reportQuery = `{ workReport { figures { key titleZh titleEn window { from to } value { exact display } } } }`

type Figure = {
  key: string
  titleZh: string
  titleEn: string
  window: { from: string | null; to: string | null }
  value: { exact: number | null; display: string }
}

/** Every expected figure beside what `workReport` counted. */
export const reportRows = async (
  url: string,
  expectedFigures: Readonly<Record<string, number>>,
): Promise<ReportRow[]> => {
  const { workReport } = await ask<{ workReport: { figures: Figure[] } }>(url, reportQuery)
  const counted = new Map(workReport.figures.map((figure) => [figure.key, figure]))
  return Object.entries(expectedFigures).map(([key, expected]) => {
    const figure = counted.get(key)
    const { from, to } = figure?.window ?? { from: null, to: null }
    return {
      key,
      titleZh: figure?.titleZh ?? '',
      titleEn: figure?.titleEn ?? '',
      window: `${from ?? '…'} – ${to ?? '…'}`,
      expected: String(Number(expected.toFixed(4))),
      counted: figure?.value.display ?? 'not counted',
      // Shares and growth are divisions: equal but for the last bits.
      equal: figure?.value.exact != null && Math.abs(figure.value.exact - expected) < 1e-9,
    }
  })
}

/** The report as a table for a terminal, with the query that opens a figure into its events. */
export const reportTable = (rows: readonly ReportRow[], url: string): string => {
  const table = new Table({
    head: ['figure', '中文', 'window', 'expected', 'counted', ''],
    style: { head: [], border: [] },
  })
  for (const row of rows)
    table.push([row.key, row.titleZh, row.window, row.expected, row.counted, row.equal ? '=' : '≠'])
  const opened = '{ workReport { figures(keys: ["job-fairs"]) { facts(first: 10) { nodes { eventId } } } } }'
  return `${table}\nEvery figure opens into the events behind it, at ${url}/graphql:\n  ${opened}`
}

const fileQuery = `query ($by: VeteranBy!, $moment: MomentInput) {
  veteran(by: $by, moment: $moment) {
    personId
    identity { name { value source { department { titleZh } recordedAt } } registeredOn { value } }
    status { alive { value } deceasedOn { value source { department { titleZh } recordedAt } } }
    benefits { suspensions { name status from until } approvals { name status from } }
    employment { jobs { name status from } }
    moment { asOf asKnownAt position }
  }
}`

const line = (label: string, value: unknown) => `  ${label.padEnd(12)} ${value ?? '–'}`

/** One veteran's file in a few lines. */
export const veteranText = async (url: string, citizenNumber: string): Promise<string> => {
  const { veteran } = await ask<FileAnswer>(url, fileQuery, { by: { citizenNumber } })
  return [
    '\nOne veteran’s file (一人一档)',
    line('person', veteran.personId),
    line('registered', veteran.identity.registeredOn?.value),
    line('alive', veteran.status.alive?.value),
    line('jobs', veteran.employment.jobs.map((job) => `${job.status} since ${job.from}`).join(', ')),
  ].join('\n')
}

/** The false death on the day that payment stopped: as it was known then, and as it was. */
export const falseDeathText = async (url: string, citizenNumber: string): Promise<string> => {
  const at = `${falseDeathDays.paymentStopped}T15:00:00.000Z`
  const show = async (title: string, moment: Record<string, unknown>) => {
    const { veteran } = await ask<FileAnswer>(url, fileQuery, { by: { citizenNumber }, moment })
    const suspended = veteran.benefits.suspensions.map((one) => `${one.status} from ${one.from}`)
    return [
      `  ${title}`,
      line('  deceasedOn', veteran.status.deceasedOn?.value),
      line('  suspensions', suspended.join(', ')),
    ].join('\n')
  }
  return [
    `\nThe false death, asked about ${falseDeathDays.paymentStopped}, the day that payment stopped`,
    await show('known that day', { asOf: at, asKnownAt: { time: at } }),
    await show('true that day, as known now', { asOf: at }),
  ].join('\n')
}
