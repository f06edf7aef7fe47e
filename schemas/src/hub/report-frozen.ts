import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { formWords } from '../form-words.ts'
import { isPosition } from '../format/position.ts'
import { day, instant } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'

const windowName = z.string().min(1).max(60)

/** What bounded figures in time: days, or a limit of so many hours or days; by default, or as it was asked for. */
const frozenWindow = z.strictObject({
  name: windowName,
  titleZh: z.string().min(1).max(200),
  /** In what a limit is told; missing for days. */
  unit: z.string().min(1).max(20).optional(),
  value: z.int().min(0).optional(),
  /** First and last day; missing where there was no end. */
  from: day.optional(),
  to: day.optional(),
  /** Whether it was asked for; else it is the default of its time. */
  asked: z.boolean(),
})

/** A figure as it was when its report was frozen: readable by itself, whatever the code says later. */
const frozenFigure = z.strictObject({
  key: z.string().min(1).max(60),
  row: z.int().min(1).max(99),
  titleZh: z.string().min(1).max(200),
  unit: z.string().min(1).max(20),
  /** A number of things, fen, or a share of 1; missing for a share of nothing. */
  value: z.number().optional(),
  /** Names of the windows that bound it, its days first. */
  windows: z.array(windowName).max(20),
  /** First half of the SHA-256 of the figure's definition, hex: whether a later recount counts the same. */
  definition: z.string().regex(/^[0-9a-f]{32}$/),
})

/** The work report as it was handed in, with the moment that it is for. Its stream is named by its name: a name is frozen once. */
export const ReportFrozen = defineEvent({
  department: 'hub',
  name: 'ReportFrozen',
  titleZh: '报表定稿',
  titleEn: 'Report frozen',
  descriptionZh: '工作报告定稿：名称、时点、位置、范围、口径参数与全部数字。此后只可与之比较，不再改变。',
  descriptionEn:
    'The work report as it was handed in: its name, moment, position, region, windows and every figure. Later counts are set beside it; it never changes.',
  time: { until: 'stands' },
  thing: { kind: 'report', key: 'event' },
  category: 'report',
  streamField: null,
  data: {
    reportName: z.string().min(1).max(80),
    /** Only what had happened by then counts; missing where all does. */
    asOf: instant.optional(),
    /** Position of the last event that counts. */
    position: z
      .string()
      .refine(isPosition)
      .register(formWords, { en: 'a position is 32 hex digits', zh: '位置应为 32 位十六进制数字' }),
    /** Recorded time of that event. */
    asKnownAt: instant,
    /** The region whose offices count; missing for all. */
    ofRegion: regionCode.optional(),
    /** All windows of the report, with what it was counted by. */
    windows: z.array(frozenWindow).max(100),
    figures: z.array(frozenFigure).min(1).max(200),
    frozenBy: z.string().min(1).max(40),
    note: z.string().min(1).max(500).optional(),
  },
  example: {
    reportName: '2025年度工作报告',
    asOf: '2025-12-31T15:59:59.999Z',
    position: '0000000000001f400000000000001f40',
    asKnownAt: '2026-01-10T01:00:00.000Z',
    windows: [{ name: 'whole', titleZh: '全部记录', asked: false }],
    figures: [
      {
        key: 'recuperated',
        row: 8,
        titleZh: '伤残军人短期疗养人数',
        unit: 'persons',
        value: 50,
        windows: ['whole'],
        definition: '0123456789abcdef0123456789abcdef',
      },
    ],
    frozenBy: 'O-3001',
  },
})
