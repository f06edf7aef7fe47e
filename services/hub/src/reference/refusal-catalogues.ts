import { refusals as ofCivilAffairs } from '@hub/civil-affairs/refusals.ts'
import { decisionRefusals } from '@hub/decisions/refusals.ts'
import { exportRefusals } from '@hub/graphql/exports/export-refusals.ts'
import { graphqlRefusals } from '@hub/graphql/query-refusals.ts'
import { eventRefusals } from '@hub/intake/fault.ts'
import { requestRefusals } from '@hub/intake/request-refusals.ts'
import { senderNotices } from '@hub/intake/sender-notices.ts'
import { rowNotices } from '@hub/intake/sheet/between-rows.ts'
import { cellRefusals } from '@hub/intake/sheet/cell-fault.ts'
import { mappingRefusals } from '@hub/intake/sheet/mapping-refusals.ts'
import { shapeRefusals } from '@hub/intake/sheet/shape-refusals.ts'
import { sheetRefusals } from '@hub/intake/sheet/sheet-refusals.ts'
import { readingRefusals } from '@hub/reading/reading-refusals.ts'
import { httpRefusals } from '@hub/runtime/problem.ts'
import { formRefusals } from '@hub/schemas/form-refusals.ts'
import { rejectionRefusals } from '@hub/schemas/hub/rejection-refusals.ts'
import type { Notices } from '@hub/schemas/notice.ts'
import type { Refusals } from '@hub/schemas/refusal.ts'
import { ruleNotices, ruleRefusals } from '@hub/schemas/rules/rule-catalogue.ts'
import { refusals as ofVeteranAffairs } from '@hub/veteran-affairs/refusals.ts'
import { rowRefusals } from '../submit/row-refusals.ts'

/** Every catalogue of the hub, under what it is about. */
export const refusalCatalogues: readonly (readonly [title: string, catalogue: Refusals])[] = [
  ['The form of what is sent 所报内容的形式', formRefusals],
  ['Requests over HTTP HTTP 请求', httpRefusals],
  ['Submissions 报送请求', requestRefusals],
  ['Events 事件', eventRefusals],
  ['Fields of one event against each other 同一事件的字段之间', ruleRefusals],
  ['Events of Veteran Affairs 退役军人事务事件', ofVeteranAffairs],
  ['Events of Civil Affairs 民政事件', ofCivilAffairs],
  ['Rejections, as a receipt says them 回执中的拒收原因', rejectionRefusals],
  ['Sheets 表格', sheetRefusals],
  ['Rows of a sheet 表格的行', shapeRefusals],
  ['Cells of a sheet 表格单元格', cellRefusals],
  ['Rows that the hub knows already 此前已报送的行', rowRefusals],
  ['Mappings of an office’s own layout 对照表', mappingRefusals],
  ['Decisions 决定', decisionRefusals],
  ['Reading 查询', readingRefusals],
  ['GraphQL GraphQL 查询', graphqlRefusals],
  ['Exports 导出', exportRefusals],
]

/** Every catalogue of what is told of events that are taken. */
export const noticeCatalogues: readonly Notices[] = [ruleNotices, rowNotices, senderNotices]
