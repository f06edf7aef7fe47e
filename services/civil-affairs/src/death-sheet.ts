import { commonColumns, personHeadings, type SheetFormat } from '@hub/intake/sheet/sheet-format.ts'

/** 死亡登记台账: the ledger of deaths; a row is one person's death. */
export const deathSheet: SheetFormat = {
  titleZh: '死亡登记台账',
  titleEn: 'ledger of deaths',
  department: 'civil-affairs',
  system: 'death-sheet',
  type: 'civil-affairs.DeathRegistered.v1',
  columns: [
    { headings: ['编号', '流水号', '登记编号', '登记号'], cell: 'number', to: ['/id'], needed: true },
    { headings: personHeadings, cell: 'citizenNumber', to: ['/data/person/citizenNumber'], needed: true },
    { headings: ['死亡日期', '死亡时间'], cell: 'day', to: ['/data/diedOn'], needed: true },
    {
      headings: ['死亡依据', '依据', '证明类型'],
      cell: {
        variants: {
          死亡医学证明: '医学证明',
          居民死亡医学证明书: '医学证明',
          医学证明书: '医学证明',
          户口注销: '户籍注销',
          销户: '户籍注销',
          火化证明: '火化',
          宣告死亡: '法院宣告',
        },
      },
      to: ['/data/evidence'],
      needed: true,
    },
    { headings: ['证明编号', '死亡证明编号', '证明书编号'], cell: 'number', to: ['/data/certificateNo'] },
    { headings: ['登记日期', '登记时间'], cell: 'day', to: ['/time'] },
    {
      headings: ['提供部门', '数据提供部门', '出具单位'],
      cell: { variants: { 卫生健康: '卫健', 公安机关: '公安', 人民法院: '法院' } },
      to: ['/data/assertedFrom'],
    },
    { headings: ['判决日期', '判决作出日期'], cell: 'day', to: ['/data/judgedOn'] },
    { headings: ['下落不明情形'], cell: { variants: {} }, to: ['/data/disappearance'] },
    ...commonColumns,
  ],
  datedBy: '/data/diedOn',
}
