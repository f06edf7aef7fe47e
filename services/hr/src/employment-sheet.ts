import { commonColumns, personHeadings, type SheetFormat } from '@hub/intake/sheet/sheet-format.ts'

/** 就业登记表: the employment register; a row is one person's job that has begun. */
export const employmentSheet: SheetFormat = {
  titleZh: '就业登记表',
  titleEn: 'employment register',
  department: 'hr',
  system: 'employment-sheet',
  type: 'hr.EmploymentStarted.v1',
  columns: [
    { headings: ['编号', '流水号', '登记编号', '就业登记号'], cell: 'number', to: ['/id'], needed: true },
    { headings: personHeadings, cell: 'citizenNumber', to: ['/data/person/citizenNumber'], needed: true },
    {
      headings: ['统一社会信用代码', '单位信用代码', '用人单位代码', '信用代码'],
      cell: 'uscc',
      to: ['/data/employerUscc'],
      needed: true,
    },
    { headings: ['岗位类别', '岗位', '工种'], cell: 'text', to: ['/data/postKind'], needed: true },
    {
      headings: ['就业途径', '就业渠道', '途径'],
      cell: { variants: { 自主就业: '自主', 自谋职业: '自主', 专场招聘会: '招聘会', 专项岗位: '专岗', 其它: '其他' } },
      to: ['/data/via'],
      needed: true,
    },
    { headings: ['就业日期', '入职日期', '上岗日期'], cell: 'day', to: ['/data/startedOn'], needed: true },
    { headings: ['帮扶单位', '帮扶人'], cell: 'text', to: ['/data/assistedBy'] },
    { headings: ['招聘会编号'], cell: 'number', to: ['/data/fairId'] },
    { headings: ['登记日期', '登记时间'], cell: 'day', to: ['/time'] },
    ...commonColumns,
  ],
  datedBy: '/data/startedOn',
}
