import type { Figure, ReportWindow as Window } from '@hub/reading/report/figure.ts'
import {
  isTimeLimit,
  type SetWindows,
  type UsedWindow,
  usedWindow,
  type WindowValue,
  windowsOf,
} from '@hub/reading/report/windows.ts'
import { lastEntryOf } from '@hub/schemas/law/legal-rule.ts'
import { builder } from '../builder.ts'
import { LegalRule } from '../event/legal-rule.ts'
import { UnitView } from './figure-unit.ts'

export const FigureWindow = builder.objectRef<WindowValue>('FigureWindow').implement({
  description: 'The days that a figure counts, both within.',
  fields: (t) => ({
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day; null for no beginning.',
    }),
    to: t.expose('to', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null for no end.',
    }),
  }),
})

const ReportWindowInput = builder.inputType('ReportWindowInput', {
  description:
    'A window of the report that is not to be the default: `value` for a time limit, `from`, `to` or both for days. What the windows are called and take stands in `workReport { windows }`.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name.' }),
    value: t.int({ required: false, description: 'So many hours, days or working days.' }),
    from: t.field({ type: 'Date', required: false, description: 'The first day that counts.' }),
    to: t.field({ type: 'Date', required: false, description: 'The last day that counts.' }),
  }),
})

/** The argument `windows` of a report. */
export const windowsArgument = {
  type: [ReportWindowInput] as [typeof ReportWindowInput],
  required: false as const,
  description: 'Windows by which figures are to be counted instead of their defaults.',
}

const limitOnly = <Part extends 'default' | 'min' | 'max'>(part: Part) => ({
  nullable: true as const,
  resolve: ({ window }: UsedWindow) => (isTimeLimit(window) ? window[part] : null),
})

const daysOf = (window: Window): WindowValue | null => (isTimeLimit(window) ? null : window)

export const ReportWindow = builder.objectRef<UsedWindow>('ReportWindow').implement({
  description:
    'What bounds figures in time: a limit of so many hours or days, or the days that count. Each has a default, lawful where a law sets it, and whoever asks may set another.',
  fields: (t) => ({
    name: t.string({ description: 'Its name, by which it is asked for.', resolve: ({ window }) => window.name }),
    titleZh: t.string({ description: 'Its Chinese title.', resolve: ({ window }) => window.titleZh }),
    titleEn: t.string({ description: 'Its English title.', resolve: ({ window }) => window.titleEn }),
    unit: t.field({
      type: UnitView,
      nullable: true,
      description: 'In what a limit is told; null for days that count.',
      resolve: ({ window }) => (isTimeLimit(window) ? window.unit : null),
    }),
    value: t.exposeInt('value', {
      nullable: true,
      description: 'The limit that was counted by; null for days that count.',
    }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day that counted; null for no beginning.',
    }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'The last day that counted; null for no end.' }),
    asked: t.exposeBoolean('asked', { description: 'Whether it was asked for; else it is the default.' }),
    defaultValue: t.int({
      description: 'The limit where none is asked for; null for days that count.',
      ...limitOnly('default'),
    }),
    defaultDays: t.field({
      type: FigureWindow,
      nullable: true,
      description: 'The days that count where none are asked for; null for a limit.',
      resolve: ({ window }) => daysOf(window),
    }),
    min: t.int({ description: 'The least that may be asked for; null for days that count.', ...limitOnly('min') }),
    max: t.int({ description: 'The most that may be asked for; null for days that count.', ...limitOnly('max') }),
    law: t.field({
      type: LegalRule,
      nullable: true,
      description: 'The law that sets the default; null where none does.',
      resolve: ({ window: { law } }) => (law ? { rule: law, entry: lastEntryOf(law) } : null),
    }),
  }),
})

/** The windows of a figure as they were counted by. */
export const usedBy = (figure: Figure, set: SetWindows): UsedWindow[] =>
  windowsOf(figure).map((window) => usedWindow(window, set))
