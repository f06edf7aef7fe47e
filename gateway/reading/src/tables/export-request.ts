import { randomBytes } from 'node:crypto'
import { type Fault, faultsOf } from '@hub/runtime/problem.ts'
import { isPosition } from '@hub/schemas/format/position.ts'
import { citizenNumberFault } from '@hub/schemas/values/citizen-number.ts'
import { isDay, readInstant } from '@hub/schemas/values/day.ts'
import { personId } from '@hub/schemas/values/person.ts'
import { regionCode } from '@hub/schemas/values/region-code.ts'
import { z } from 'zod'
import { readingRefusals } from '../reading-refusals.ts'
import { readWindow } from '../report/windows.ts'

/** Most rows of one file: a sheet has room for 1,048,576 with its heading. */
export const largestLimit = 1_000_000
const defaultLimit = 100_000

const time = z
  .string()
  .transform((text) => (isDay(text) ? text : readInstant(text)))
  .pipe(z.string())
const instant = z.string().transform(readInstant).pipe(z.string())
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const text = z.string().min(1).max(80)
const words = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z.array(text).min(1).max(50),
)

const windows = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z
    .array(
      z
        .string()
        .max(120)
        .refine((said) => readWindow(said) !== undefined),
    )
    .min(1)
    .max(100),
)

const common = {
  asOf: time.optional(),
  asKnownAt: z.union([z.string().refine(isPosition), time]).optional(),
  limit: whole(1, largestLimit).default(defaultLimit),
}
const sample = <const By extends readonly [string, ...string[]]>(by: By) => ({
  sampleSize: whole(1, largestLimit).optional(),
  sampleSeed: z.string().min(1).max(64).optional(),
  sampleBy: z.enum(by).optional(),
})
/** By what samples can be stratified. */
export const veteranStrata = ['region', 'birthYear', 'status', 'disabilityGrade'] as const
export const eventStrata = ['region', 'department', 'type', 'year'] as const
const ofEvents = sample(eventStrata)

/** What can be taken away, and by what each is chosen: flat, so that a link says it as a body does. */
export const exportSchemas = {
  veterans: z.strictObject({
    name: text.optional(),
    surname: text.optional(),
    initials: text.optional(),
    regionUnder: regionCode.optional(),
    status: text.optional(),
    disabilityGrade: whole(1, 10).optional(),
    bornFrom: whole(1800, 2200).optional(),
    bornTo: whole(1800, 2200).optional(),
    ...common,
    ...sample(veteranStrata),
  }),
  events: z.strictObject({
    departments: words.optional(),
    names: words.optional(),
    personId: personId.optional(),
    stream: text.optional(),
    category: text.optional(),
    regionUnder: regionCode.optional(),
    occurredFrom: instant.optional(),
    occurredBefore: instant.optional(),
    ...common,
    ...ofEvents,
  }),
  timeline: z.strictObject({
    personId: personId.optional(),
    citizenNumber: z
      .string()
      .refine((value) => citizenNumberFault(value) === undefined)
      .optional(),
    ...common,
    ...ofEvents,
  }),
  report: z.strictObject({ region: regionCode.optional(), windows: windows.optional(), ...common }),
  figure: z.strictObject({
    key: text,
    region: regionCode.optional(),
    windows: windows.optional(),
    ...common,
    ...ofEvents,
  }),
} as const

export type ExportKind = keyof typeof exportSchemas
export type ExportQuery<Kind extends ExportKind> = z.output<(typeof exportSchemas)[Kind]>
export type AnyExport = { [Kind in ExportKind]: { kind: Kind; query: ExportQuery<Kind> } }[ExportKind]

export const isExportKind = (kind: string): kind is ExportKind => kind in exportSchemas

/** Parameters that are personal values: they go in a body or over standard input, never into an address. */
export const personalParameters = ['name', 'surname', 'initials', 'citizenNumber'] as const

const fault = faultsOf(readingRefusals)

/** A request read, or the faults of it; never with a value that was sent. */
export const readExport = (kind: ExportKind, asked: unknown): { request: AnyExport } | { faults: Fault[] } => {
  const parsed = exportSchemas[kind].safeParse(asked ?? {})
  if (parsed.success) return { request: { kind, query: parsed.data } as AnyExport }
  const paths = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => key.slice(0, 40)) : [issue.path.join('/')],
  )
  return { faults: [...new Set(paths)].map((path) => fault('PARAMETER', `/${path}`)) }
}

/** A seed for a sample where none is given; recorded in the file, so that it can be drawn again. */
export const newSeed = (): string => randomBytes(8).toString('hex')
