import type { MomentAsked } from '@hub/reading/moment.ts'
import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import type { Figure, Unit } from '@hub/reading/report/figure.ts'
import type { Breakdown } from '@hub/reading/report/figure-sql.ts'
import { figures } from '@hub/reading/report/figures.ts'
import { definitionDigest } from '@hub/reading/report/frozen-report.ts'
import { daysCounted, reportWindows, type SetWindows, setWindows, usedWindow } from '@hub/reading/report/windows.ts'
import type { WorkReport } from '@hub/reading/report/work-report.ts'
import { regionOf } from '@hub/schemas/values/region-code.ts'
import { answerMoment } from '../answer-moment.ts'
import { builder } from '../builder.ts'
import { pageArguments, pageOf, stretchOf } from '../connection.ts'
import { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { EventConnection } from '../event/event-query.ts'
import { eventView } from '../event/event-view.ts'
import { atLeastArgument, Moment, momentArgument } from '../moment-types.ts'
import { Money, yuanOf } from '../values.ts'
import { UnitView } from './figure-unit.ts'
import { FigureWindow, ReportWindow, usedBy, windowsArgument } from './report-windows.ts'

type ValueView = { value: number | null; unit: Unit }

/** A figure's value in words: percentages in whole points, money in yuan, averages to a tenth. */
const displayOf = ({ value, unit }: ValueView): string => {
  if (value === null) return '–'
  if (unit === 'percent') return `${Math.round(value * 100)} %`
  return unit === 'money' ? yuanOf(value) : String(Math.round(value * 10) / 10)
}

export const FigureValue = builder.objectRef<ValueView>('FigureValue').implement({
  description: 'The value of a figure: exact behind, rounded for display.',
  fields: (t) => ({
    exact: t.float({
      nullable: true,
      description: 'The exact value: a number, fen, or a share of 1. Null for a share of nothing.',
      resolve: ({ value }) => value,
    }),
    number: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'The whole number; for a share the whole points. Null for a share of nothing.',
      resolve: ({ value, unit }) => (value === null ? null : Math.round(unit === 'percent' ? value * 100 : value)),
    }),
    money: t.field({
      type: Money,
      nullable: true,
      description: 'The amount; null where the figure is no money.',
      resolve: ({ value, unit }) => (unit === 'money' && value !== null ? { fen: value } : null),
    }),
    display: t.string({ description: 'The value as it is shown.', resolve: displayOf }),
  }),
})

type GroupView = { key: string; label: string; value: ValueView }

const FigureGroup = builder.objectRef<GroupView>('FigureGroup').implement({
  description: 'A part of a figure.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The code, region or department.' }),
    label: t.exposeString('label', { description: 'The same in words, where there are any.' }),
    value: t.expose('value', { type: FigureValue, description: 'The value of this part.' }),
  }),
})

type ReportView = {
  report: WorkReport
  moment: MomentOfViews
  asked: MomentAsked | null | undefined
  region: string | undefined
  windows: SetWindows
}
type FigureView = ReportView & { figure: Figure }

const BreakdownView = builder.enumType('FigureBreakdown', {
  description: 'By what a figure is broken down.',
  values: {
    GROUP: { value: 'group', description: "By the figure's own field: kind, channel, level …" },
    COUNTY: { value: 'county', description: 'By county or district of the acting office.' },
    DEPARTMENT: { value: 'department', description: 'By department.' },
  } satisfies Record<string, { value: Breakdown; description: string }>,
})

/** What every view of a figure begins with. */
export const FigureHeading = builder.interfaceRef<{ figure: Figure }>('FigureHeading').implement({
  description: 'Which figure of the work report it is.',
  fields: (t) => ({
    key: t.string({ description: 'Its key.', resolve: ({ figure }) => figure.key }),
    row: t.int({ description: "The row of the report's table.", resolve: ({ figure }) => figure.row }),
    titleZh: t.string({ description: 'Its Chinese title.', resolve: ({ figure }) => figure.titleZh }),
    titleEn: t.string({ description: 'Its English title.', resolve: ({ figure }) => figure.titleEn }),
    unit: t.field({ type: UnitView, description: 'What it counts.', resolve: ({ figure }) => figure.unit }),
  }),
})

const ReportFigure = builder.objectRef<FigureView>('ReportFigure').implement({
  interfaces: [FigureHeading],
  description: 'A figure of the work report, computed from recorded events and opening into them.',
  fields: (t) => ({
    definition: t.string({
      description: 'Changes when the figure begins to count otherwise; a frozen report keeps it.',
      resolve: ({ figure }) => definitionDigest(figure),
    }),
    window: t.field({
      type: FigureWindow,
      description: 'The days that it counts.',
      resolve: ({ figure, windows }) => daysCounted(figure.window, windows),
    }),
    windows: t.field({
      type: [ReportWindow],
      description: 'The windows that bound it, its days first, as it was counted by; of a share those of its parts.',
      resolve: ({ figure, windows }) => usedBy(figure, windows),
    }),
    value: t.field({
      type: FigureValue,
      description: 'Its value.',
      complexity: 5,
      resolve: ({ figure, report }) => ({ value: report.value(figure), unit: figure.unit }),
    }),
    groups: t.field({
      type: [FigureGroup],
      description: 'Its parts, the greatest first; none for a figure that is computed from others.',
      complexity: { field: 10, multiplier: 5 },
      args: {
        by: t.arg({ type: BreakdownView, required: false, description: 'By what; by its own field if unsaid.' }),
      },
      resolve: ({ figure, report }, { by }) =>
        report.breakdown(figure, by ?? 'group').map(({ key, value }) => ({
          key,
          label: by === 'county' ? (regionOf(key)?.name ?? key) : key,
          value: { value, unit: figure.unit },
        })),
    }),
    facts: t.field({
      type: EventConnection,
      description: 'The events behind it, in store order. A share opens into its part.',
      args: {
        first: t.arg(pageArguments.first),
        after: t.arg(pageArguments.after),
        last: t.arg(pageArguments.last),
        before: t.arg(pageArguments.before),
      },
      resolve: async ({ figure, report, moment, asked, region, windows }, page, context) => {
        const cursors = cursorsOf(context, 'facts', [figure.key, asked, region ?? null, windows])
        const stretch = stretchOf(page, cursors)
        const found = report.facts(figure, stretch)
        const facts = await context.reader.factsOf(found.ordinals)
        const items = facts.map((fact) => ({ node: eventView(fact), keys: [fact.ordinal] }))
        return pageOf({ ...found, items }, stretch, cursors, moment)
      },
    }),
  }),
})

const WorkReportView = builder.objectRef<ReportView>('WorkReport').implement({
  description: "The city's yearly work report, every figure of it computed from recorded events.",
  fields: (t) => ({
    moment: t.expose('moment', { type: Moment, description: 'The moment that it is for.' }),
    region: t.expose('region', {
      type: 'RegionCode',
      nullable: true,
      description: 'The region whose offices count; null for all.',
    }),
    windows: t.field({
      type: [ReportWindow],
      description: 'Every window of the report, as its figures are counted by.',
      resolve: ({ windows }) => reportWindows.map((window) => usedWindow(window, windows)),
    }),
    figures: t.field({
      type: [ReportFigure],
      description: 'The figures, by row.',
      complexity: ({ keys }) => ({ field: 1, multiplier: keys?.length ?? figures.length }),
      args: {
        keys: t.arg.stringList({ required: false, description: 'Only these.' }),
        rows: t.arg.intList({ required: false, description: 'Only those of these rows.' }),
      },
      resolve: (view, { keys, rows }) => {
        if (keys?.some((key) => !figures.some((figure) => figure.key === key)))
          throw refusal('NOT_FOUND', { en: 'there is no figure with one of these keys', zh: '其中有的指标编码不存在' })
        return figures
          .filter((figure) => (!keys || keys.includes(figure.key)) && (!rows || rows.includes(figure.row)))
          .map((figure) => ({ ...view, figure }))
      },
    }),
  }),
})

builder.queryField('workReport', (t) =>
  t.field({
    type: WorkReportView,
    description: 'The work report at a moment, of the whole city or of a region.',
    args: {
      moment: t.arg(momentArgument),
      atLeast: t.arg(atLeastArgument),
      region: t.arg({ type: 'RegionCode', required: false, description: 'Only what offices there, or under it, say.' }),
      windows: t.arg(windowsArgument),
    },
    resolve: async (_root, { moment, region, windows }, context, info) => {
      const set = setWindows(windows ?? [])
      const at = await answerMoment(context, moment, info)
      const scope = {
        ordinal: at.ordinal,
        ...(at.asOf === undefined ? {} : { asOf: at.asOf }),
        ...(region ? { region } : {}),
        windows: set,
      }
      return {
        report: context.reader.workReport(scope),
        moment: at,
        asked: moment,
        region: region ?? undefined,
        windows: set,
      }
    },
  }),
)
