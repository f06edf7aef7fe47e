import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { ReplacesReason } from '@hub/schemas/envelope.ts'
import type { AmountUnit } from './amount-unit.ts'
import type { CellKind, CellValue } from './cell.ts'
import type { RowIdOptions } from './row-id.ts'

/** A column of a sheet. */
export type Column = {
  /** Its heading, and other headings that mean the same. */
  headings: readonly string[]
  cell: CellKind
  /** Where the value goes: JSON Pointers of the event; `/id`, `/time` or below `/data`. */
  to: readonly string[]
  /** Whether a sheet without this column, or a row without this cell, is refused. */
  needed?: boolean
  /** An empty cell says that a list has no members. */
  mayBeEmpty?: boolean
  /** The unit of its amounts, where the sheet does not say it. */
  unit?: AmountUnit
  /** The type needs the value, and an option may say it for all rows. */
  optionSays?: boolean
}

/** A sheet that a department's older system exports, as data: one row, one event. */
export type SheetFormat = {
  /** The sheet's name as officials know it. */
  titleZh: string
  titleEn: string
  department: SubmittingDepartment
  /** The system in the source `/departments/<department>/<system>`. */
  system: string
  /** What the ids of rows begin with, where one system's sheets are of several types. */
  idPrefix?: string
  type: string
  columns: readonly Column[]
  /** Values that every row has, by pointer. */
  fixed?: Readonly<Record<string, CellValue>>
  /** Lists that every event has, and that have no members where the row says none. */
  emptyLists?: readonly string[]
  /** The pointer of the day that the event is dated by where the sheet has no `/time`. */
  datedBy: string
}

/** What the sheet itself does not say. */
export type SheetOptions = RowIdOptions & {
  /** Region of rows without one. */
  region?: string | undefined
  /** Who handled rows without an official (经办). */
  official?: string | undefined
  /** The system whose numbers the sheet has, in the place of the format's. */
  system?: string | undefined
}

/** Where officials' columns go until they are gathered in `handledBy`. */
const duty = (name: string) => [`/duties/${name}`]

/** Columns that every department's sheets may have. Officials by number alone: a column of names is personal, and is left out. */
export const commonColumns: readonly Column[] = [
  {
    headings: ['行政区划', '行政区划代码', '区划代码', '所属区划', '所属地区', '办理地区划', 'region'],
    cell: 'region',
    to: ['/data/region'],
    optionSays: true,
  },
  {
    headings: ['经办人编号', '经办人工号', 'officialId'],
    cell: { list: 'number' },
    to: duty('经办'),
    optionSays: true,
  },
  { headings: ['复核人编号', '复核人工号'], cell: { list: 'number' }, to: duty('复核') },
  { headings: ['审批人编号', '审批人工号'], cell: { list: 'number' }, to: duty('审批') },
  { headings: ['文号', '文书号', 'documentNo'], cell: 'text', to: ['/data/documentNo'] },
]

/** Why a row replaces another, as officials say it. */
const reasonWords: Readonly<Record<string, ReplacesReason>> = {
  笔误: 'clerical-error',
  填写错误: 'clerical-error',
  来源有误: 'wrong-source',
  迟到证明: 'late-proof',
  后补证明: 'late-proof',
  法院或复议: 'court-or-appeal',
  法院判决: 'court-or-appeal',
  复议决定: 'court-or-appeal',
  其他: 'other',
}

const reasonsShown = ['笔误', '来源有误', '迟到证明', '法院或复议', '其他']

/** The columns by which a row corrects an earlier one (or takes it back, where the type is a retraction). */
export const correctionColumns = (retracts: boolean): readonly Column[] => [
  {
    headings: ['替代编号', '更正编号', '更正或撤回', '撤回编号', 'replaces'],
    cell: 'number',
    to: ['/replaces'],
    ...(retracts ? { needed: true } : {}),
  },
  {
    headings: ['更正原因', '替代原因', 'replacesreason'],
    cell: { codes: reasonsShown, variants: reasonWords },
    to: ['/replacesreason'],
  },
  { headings: ['来源标识', 'source'], cell: 'text', to: ['/source'] },
  { headings: ['关联标识', 'correlationid'], cell: 'number', to: ['/correlationid'] },
  { headings: ['起因标识', 'causationid'], cell: 'number', to: ['/causationid'] },
]

/** The person's column, as sheets name it. */
export const personHeadings: readonly string[] = [
  '身份证号',
  '身份证号码',
  '公民身份号码',
  '证件号码',
  '证件号',
  '身份证',
  '身份证编号',
  '身份号码',
  '身份证件号码',
  '身份证件号',
  '居民身份证',
  '居民身份证号',
  '居民身份证号码',
  '居民身份号码',
  '公民身份证',
  '公民身份证号',
  '公民身份证号码',
  '公民身份号',
  '公民身份证件号码',
  '有效身份证号',
  '有效身份证件号码',
  '本人身份证号',
  '本人身份证号码',
  '受益人身份证号',
  '受益人身份证号码',
  '领取人身份证号',
  '领取人身份证号码',
  '享受人身份证号',
  '优抚对象身份证号',
  '优抚对象身份证号码',
  '退役军人身份证号',
  '退役军人身份证号码',
]
