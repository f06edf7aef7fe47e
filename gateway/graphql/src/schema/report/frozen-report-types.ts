import type { MomentAsked } from '@hub/reading/moment.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import type { Unit } from '@hub/reading/report/figure.ts'
import { figureOf } from '@hub/reading/report/figures.ts'
import {
  type FrozenContent,
  type FrozenReport,
  frozenReport,
  frozenReports,
  hasChanged,
  type RecountedFigure,
  recount,
} from '@hub/reading/report/frozen-report.ts'
import type { GraphQLResolveInfo } from 'graphql'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { DifferencePart } from '../compare/compare-report-field.ts'
import { connectionOf, pageArguments, pageOf, stretchOf } from '../connection.ts'
import type { GatewayContext } from '../context.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { EventInterface } from '../event/event-interface.ts'
import { eventView } from '../event/event-view.ts'
import { eventOf } from '../loaders.ts'
import { atLeastArgument, Moment, MomentInput } from '../moment-types.ts'
import { UnitView } from './figure-unit.ts'
import { FigureValue } from './work-report-field.ts'

/** A frozen report, and the moment at which it is counted anew. */
type FrozenView = { frozen: FrozenReport; moment: MomentOfViews }

const unitOf = ({ frozen }: RecountedFigure) => frozen.unit as Unit

const FrozenWindowView = builder.objectRef<FrozenContent['windows'][number]>('FrozenWindow').implement({
  description: 'What bounded figures in time when a report was frozen.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    titleZh: t.exposeString('titleZh', { description: 'Its Chinese title when the report was frozen.' }),
    unit: t.field({
      type: UnitView,
      nullable: true,
      description: 'In what a limit is told; null for days that counted.',
      resolve: ({ unit }) => (unit === undefined ? null : (unit as Unit)),
    }),
    value: t.exposeInt('value', { nullable: true, description: 'The limit; null for days that counted.' }),
    from: t.expose('from', { type: 'Date', nullable: true, description: 'The first day; null for no beginning.' }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'The last day; null for no end.' }),
    asked: t.exposeBoolean('asked', { description: 'Whether it was asked for; else it was the default.' }),
  }),
})

const FrozenFigureView = builder.objectRef<RecountedFigure>('FrozenFigure').implement({
  description: 'A figure as it was frozen, and what it comes to now for the same time and region.',
  fields: (t) => ({
    key: t.string({ description: 'Its key.', resolve: ({ frozen }) => frozen.key }),
    row: t.int({ description: "The row of the report's table.", resolve: ({ frozen }) => frozen.row }),
    titleZh: t.string({
      description: 'Its Chinese title when it was frozen.',
      resolve: ({ frozen }) => frozen.titleZh,
    }),
    unit: t.field({ type: UnitView, description: 'What it counts.', resolve: unitOf }),
    windows: t.stringList({
      description: 'The names of the windows that bounded it, its days first.',
      resolve: ({ frozen }) => frozen.windows,
    }),
    frozen: t.field({
      type: FigureValue,
      description: 'The value as it was frozen.',
      resolve: (figure) => ({ value: figure.frozen.value ?? null, unit: unitOf(figure) }),
    }),
    now: t.field({
      type: FigureValue,
      description: 'The value as it is counted now.',
      resolve: (figure) => ({ value: figure.now, unit: unitOf(figure) }),
    }),
    difference: t.field({
      type: FigureValue,
      description: 'Now less frozen.',
      resolve: (figure) => ({ value: figure.difference, unit: unitOf(figure) }),
    }),
    parts: t.field({
      type: [DifferencePart],
      description: 'What facts made the difference, cause after cause; none for a figure that is not counted any more.',
      resolve: ({ frozen, parts }) => {
        const figure = figureOf(frozen.key)
        return figure ? parts.map((part) => ({ ...part, figure })) : []
      },
    }),
    redefined: t.exposeBoolean('redefined', {
      description: 'Whether the figure has been defined otherwise since: then the facts alone do not explain it.',
    }),
  }),
})

const FrozenReportView = builder.objectRef<FrozenView>('FrozenReport').implement({
  description: 'The work report as it was handed in. It never changes; later counts are set beside it.',
  fields: (t) => ({
    id: t.id({ description: 'Its id: that of the event which froze it.', resolve: ({ frozen }) => frozen.eventId }),
    name: t.string({ description: 'Its name; each is frozen once.', resolve: ({ frozen }) => frozen.reportName }),
    frozenAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ frozen }) => frozen.frozenAt }),
    frozenBy: t.string({ description: 'The official who froze it.', resolve: ({ frozen }) => frozen.frozenBy }),
    note: t.string({
      nullable: true,
      description: 'What was noted with it; null when nothing was.',
      resolve: ({ frozen }) => frozen.note ?? null,
    }),
    moment: t.field({
      type: Moment,
      description: 'The moment that it is for.',
      resolve: ({ frozen: { asOf, position, asKnownAt } }) => ({ asOf, position, knownTime: asKnownAt }),
    }),
    recountedAt: t.field({
      type: Moment,
      description: 'The moment at which its figures are counted anew.',
      resolve: ({ frozen, moment }) => ({ ...moment, asOf: frozen.asOf }),
    }),
    region: t.field({
      type: 'RegionCode',
      nullable: true,
      description: 'The region whose offices count; null for all.',
      resolve: ({ frozen }) => frozen.ofRegion ?? null,
    }),
    windows: t.field({
      type: [FrozenWindowView],
      description: 'The windows that it was counted by, and is counted anew by.',
      resolve: ({ frozen }) => frozen.windows,
    }),
    figures: t.field({
      type: [FrozenFigureView],
      description: 'The figures, by row: frozen, counted anew, and the difference.',
      args: { changed: t.arg.boolean({ required: false, description: 'Only those that come to something else now.' }) },
      resolve: ({ frozen, moment }, { changed }, { reader }) =>
        recount(frozen, reader, moment).filter((figure) => !changed || hasChanged(figure)),
    }),
    event: t.field({
      type: EventInterface,
      description: 'The event that froze it.',
      resolve: async ({ frozen }, _args, context) => eventView(await eventOf(context, frozen.eventId)),
    }),
  }),
})

const recountMoment = async (
  asked: MomentAsked | null | undefined,
  context: GatewayContext,
  info: GraphQLResolveInfo,
) => {
  if (asked?.asOf)
    throw refusal('BAD_USER_INPUT', {
      en: 'a frozen report is counted anew for its own time: leave moment.asOf out',
      zh: '定稿报表按其自身时点统计：请去掉 moment.asOf',
    })
  return answerMoment(context, asked, info)
}

const recountArgument = {
  type: MomentInput,
  required: false,
  description: 'As known when the figures are counted anew; now where nothing is said. `asOf` is the report’s own.',
} as const

builder.queryField('frozenReport', (t) =>
  t.field({
    type: FrozenReportView,
    nullable: true,
    description: 'One frozen report; null with the code NOT_FOUND when none has this id.',
    args: {
      id: t.arg.id({ required: true, description: 'Its id.' }),
      moment: t.arg(recountArgument),
      atLeast: t.arg(atLeastArgument),
    },
    resolve: async (_root, { id, moment }, context, info) => {
      const at = await recountMoment(moment, context, info)
      const frozen = await frozenReport(context.reader, String(id))
      if (!frozen || frozen.ordinal > at.ordinal)
        throw refusal('NOT_FOUND', { en: 'no report has been frozen with this id', zh: '没有此编号的定稿报表' })
      return { frozen, moment: at }
    },
  }),
)

const FrozenReportConnection = connectionOf<FrozenView>('FrozenReport', FrozenReportView, 'frozen reports')

builder.queryField('frozenReports', (t) =>
  t.field({
    type: FrozenReportConnection,
    description: 'The reports that were frozen, the newest first.',
    args: {
      moment: t.arg(recountArgument),
      atLeast: t.arg(atLeastArgument),
      first: t.arg(pageArguments.first),
      after: t.arg(pageArguments.after),
      last: t.arg(pageArguments.last),
      before: t.arg(pageArguments.before),
    },
    resolve: async (_root, { moment, ...page }, context, info) => {
      const at = await recountMoment(moment, context, info)
      const cursors = cursorsOf(context, 'frozenReports', { moment })
      const stretch = stretchOf(page, cursors)
      const listed = await frozenReports(context.reader, { ...stretch, upTo: at.ordinal })
      const items = listed.items.map((frozen) => ({ node: { frozen, moment: at }, keys: [frozen.ordinal] }))
      return pageOf({ ...listed, items }, stretch, cursors, at)
    },
  }),
)
