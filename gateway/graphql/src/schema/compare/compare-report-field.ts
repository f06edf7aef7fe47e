import type { Fact } from '@hub/file/fact.ts'
import type { FigureChange, FigureDifference, ReportComparison } from '@hub/reading/compare/compare-report.ts'
import type { Cause } from '@hub/reading/compare/fact-difference.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import type { Figure } from '@hub/reading/report/figure.ts'
import { figures } from '@hub/reading/report/figures.ts'
import { reportWindows, type SetWindows, setWindows, usedWindow } from '@hub/reading/report/windows.ts'
import { answerMoments } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOf, rowsWithin, stretchOf } from '../connection.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { atLeastArgument, Moment, MomentInput } from '../moment-types.ts'
import { ReportWindow, windowsArgument } from '../report/report-windows.ts'
import { FigureHeading, FigureValue } from '../report/work-report-field.ts'
import { ChangeKind } from './file-change.ts'

const CauseView = builder.enumType('DifferenceCause', {
  description: 'Why a figure comes to something else.',
  values: {
    NEW: { description: 'Facts that happened since, or that only the later time takes in.' },
    LATE: { description: 'Facts that had happened by the first moment and became known later.' },
    CORRECTED: { description: 'Facts that were said again, otherwise.' },
    RETRACTED: { description: 'Facts that were taken back, and those that this brought back.' },
  } satisfies Record<Cause, { description: string }>,
})

type ComparedReport = {
  a: MomentOfViews
  b: MomentOfViews
  region: string | undefined
  windows: SetWindows
  comparison: ReportComparison
}
type ComparedFigure = ComparedReport & { figure: Figure; difference: FigureDifference }

/** A part of the difference of a figure: what one cause makes of it. */
export const DifferencePart = builder
  .objectRef<{ cause: Cause; difference: number | null; figure: Figure }>('DifferencePart')
  .implement({
    description: 'A part of the difference of a figure.',
    fields: (t) => ({
      cause: t.expose('cause', { type: CauseView, description: 'What made it.' }),
      difference: t.field({
        type: FigureValue,
        description: 'By how much.',
        resolve: ({ difference, figure }) => ({ value: difference, unit: figure.unit }),
      }),
    }),
  })

type ChangeView = FigureChange & { fact: Fact; event: Fact }

const FigureChangeView = builder.objectRef<ChangeView>('FigureChange').implement({
  description: 'A fact that is behind a figure at one of two moments only.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'Whether it came or went.' }),
    cause: t.expose('cause', { type: CauseView, description: 'Why.' }),
    fact: t.field({ type: EventInterface, description: 'The fact.', resolve: ({ fact }) => eventView(fact) }),
    event: t.field({
      type: EventInterface,
      description: 'The event that made it so: the fact itself, its correction, its retraction.',
      resolve: ({ event }) => eventView(event),
    }),
  }),
})
const FigureChangeConnection = connectionOf<ChangeView>('FigureChange', FigureChangeView, 'facts that came or went')

const FigureComparison = builder.objectRef<ComparedFigure>('FigureComparison').implement({
  interfaces: [FigureHeading],
  description: 'A figure of the work report at two moments.',
  fields: (t) => ({
    a: t.field({
      type: FigureValue,
      description: 'Its value at the first moment.',
      resolve: ({ figure, difference }) => ({ value: difference.a, unit: figure.unit }),
    }),
    b: t.field({
      type: FigureValue,
      description: 'Its value at the second moment.',
      resolve: ({ figure, difference }) => ({ value: difference.b, unit: figure.unit }),
    }),
    difference: t.field({
      type: FigureValue,
      description: 'The second less the first.',
      resolve: ({ figure, difference }) => ({ value: difference.difference, unit: figure.unit }),
    }),
    parts: t.field({
      type: [DifferencePart],
      description: 'What the difference is made of, cause after cause; they add up to it exactly.',
      resolve: ({ figure, difference }) => difference.parts.map((part) => ({ ...part, figure })),
    }),
    changes: t.field({
      type: FigureChangeConnection,
      description: 'The facts that came and went, in store order. A share opens into its part.',
      args: {
        first: t.arg(pageArguments.first),
        after: t.arg(pageArguments.after),
        last: t.arg(pageArguments.last),
        before: t.arg(pageArguments.before),
      },
      resolve: async ({ figure, comparison, a, b, region, windows }, page, context) => {
        const cursors = cursorsOf(context, 'figureChanges', [figure.key, a, b, region ?? null, windows])
        const stretch = stretchOf(page, cursors)
        const all = comparison.changes(figure)
        const { items, hasMore } = rowsWithin(all, ({ ordinal }) => ordinal, stretch)
        const facts = await context.reader.factsOf([...new Set(items.flatMap(({ ordinal, by }) => [ordinal, by]))])
        const byOrdinal = new Map(facts.map((fact) => [fact.ordinal, fact]))
        const shown = items.map((change) => ({
          node: { ...change, fact: byOrdinal.get(change.ordinal)!, event: byOrdinal.get(change.by)! },
          keys: [change.ordinal],
        }))
        return pageOf({ items: shown, hasMore, totalCount: all.length }, stretch, cursors, b)
      },
    }),
  }),
})

const ReportComparisonView = builder.objectRef<ComparedReport>('ReportComparison').implement({
  description: 'The work report at two moments.',
  fields: (t) => ({
    a: t.expose('a', { type: Moment, description: 'The first moment.' }),
    b: t.expose('b', { type: Moment, description: 'The second moment.' }),
    region: t.expose('region', {
      type: 'RegionCode',
      nullable: true,
      description: 'The region whose offices count; null for all.',
    }),
    windows: t.field({
      type: [ReportWindow],
      description: 'Every window of the report, as both moments are counted by.',
      resolve: ({ windows }) => reportWindows.map((window) => usedWindow(window, windows)),
    }),
    figures: t.field({
      type: [FigureComparison],
      description: 'The figures, by row.',
      args: {
        keys: t.arg.stringList({ required: false, description: 'Only these.' }),
        changed: t.arg.boolean({ required: false, description: 'Only those that differ.' }),
      },
      resolve: (view, { keys, changed }): ComparedFigure[] => {
        if (keys?.some((key) => !figures.some((figure) => figure.key === key)))
          throw refusal('NOT_FOUND', { en: 'there is no figure with one of these keys', zh: '其中有的指标编码不存在' })
        const asked = figures.filter(({ key }) => !keys || keys.includes(key))
        const differences = view.comparison.differences(asked)
        return asked
          .map((figure, index) => ({ ...view, figure, difference: differences[index]! }))
          .filter(({ difference: { a, b } }) => !changed || a !== b)
      },
    }),
  }),
})

builder.queryField('compareReport', (t) =>
  t.field({
    type: ReportComparisonView,
    description:
      'The work report at two moments, every difference split into new facts, late facts, corrections and retractions.',
    args: {
      a: t.arg({ type: MomentInput, required: true, description: 'The first moment.' }),
      b: t.arg({ type: MomentInput, required: false, description: 'The second moment; now where unsaid.' }),
      atLeast: t.arg(atLeastArgument),
      region: t.arg({ type: 'RegionCode', required: false, description: 'Only what offices there, or under it, say.' }),
      windows: t.arg(windowsArgument),
    },
    resolve: async (_root, args, context, info) => {
      const windows = setWindows(args.windows ?? [])
      const { a, b } = await answerMoments(context, args, info)
      const region = args.region ?? undefined
      return { a, b, region, windows, comparison: context.reader.compareReport(a, b, { region, windows }) }
    },
  }),
)
