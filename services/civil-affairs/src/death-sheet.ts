import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import { sheetFormatOf } from '@hub/intake/sheet/type-format.ts'
import { DeathRegistered } from '@hub/schemas/civil-affairs/death.ts'

/** 死亡登记台账: the ledger of deaths; a row is one person's death. */
export const deathSheet: SheetFormat = sheetFormatOf(DeathRegistered, {
  titleZh: '死亡登记台账',
  titleEn: 'ledger of deaths',
  system: 'death-sheet',
  headings: {
    '/id': ['编号', '流水号', '登记编号', '登记号'],
    '/data/diedOn': ['死亡日期', '死亡时间'],
    '/data/evidence': ['死亡依据', '依据', '证明类型'],
    '/data/certificateNo': ['证明编号', '死亡证明编号', '证明书编号'],
    '/time': ['登记日期', '登记时间'],
    '/data/assertedFrom': ['提供部门', '数据提供部门', '出具单位'],
    '/data/judgedOn': ['判决日期', '判决作出日期'],
    '/data/disappearance': ['下落不明情形'],
  },
  variants: {
    '/data/evidence': {
      死亡医学证明: '医学证明',
      居民死亡医学证明书: '医学证明',
      医学证明书: '医学证明',
      户口注销: '户籍注销',
      销户: '户籍注销',
      火化证明: '火化',
      宣告死亡: '法院宣告',
    },
    '/data/assertedFrom': { 卫生健康: '卫健', 公安机关: '公安', 人民法院: '法院' },
  },
  // Its times of day are left out, as they have been since the first sheet.
  cells: { '/time': 'day' },
  datedBy: '/data/diedOn',
})
