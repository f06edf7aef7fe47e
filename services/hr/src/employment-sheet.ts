import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import { sheetFormatOf } from '@hub/intake/sheet/type-format.ts'
import { EmploymentStarted } from '@hub/schemas/hr/employment.ts'

/** 就业登记表: the employment register; a row is one person's job that has begun. */
export const employmentSheet: SheetFormat = sheetFormatOf(EmploymentStarted, {
  titleZh: '就业登记表',
  titleEn: 'employment register',
  system: 'employment-sheet',
  headings: {
    '/id': ['编号', '流水号', '登记编号', '就业登记号'],
    '/data/employerUscc': ['统一社会信用代码', '单位信用代码', '用人单位代码', '信用代码'],
    '/data/postKind': ['岗位类别', '岗位', '工种'],
    '/data/via': ['就业途径', '就业渠道', '途径'],
    '/data/startedOn': ['就业日期', '入职日期', '上岗日期'],
    '/data/assistedBy': ['帮扶单位', '帮扶人'],
    '/data/fairId': ['招聘会编号'],
    '/time': ['登记日期', '登记时间'],
  },
  variants: {
    '/data/via': { 自主就业: '自主', 自谋职业: '自主', 专场招聘会: '招聘会', 专项岗位: '专岗', 其它: '其他' },
  },
  // Its times of day are left out, as they have been since the first sheet.
  cells: { '/time': 'day' },
  datedBy: '/data/startedOn',
})
