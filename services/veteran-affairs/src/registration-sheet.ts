import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import { sheetFormatOf } from '@hub/intake/sheet/type-format.ts'
import { VeteranRegistered } from '@hub/schemas/veteran-affairs/registration.ts'

/** 建档立卡登记表: the register of files that the service stations keep; a row is a veteran with a file. */
export const registrationSheet: SheetFormat = sheetFormatOf(VeteranRegistered, {
  titleZh: '建档立卡登记表',
  titleEn: 'register of veterans’ files',
  system: 'registration-sheet',
  headings: {
    '/id': ['编号', '流水号', '档案编号', '建档编号'],
    '/data/name': ['姓名'],
    '/data/sex': ['性别'],
    '/data/birthDate': ['出生日期', '出生年月日'],
    '/data/hukouRegion': [
      '户籍区划',
      '户籍地区划代码',
      '户籍所在地',
      '户籍地',
      '户籍行政区划',
      '户籍地区划',
      '户籍地行政区划',
      '户籍所在地区划',
      '户籍所在地行政区划',
    ],
    '/data/addressLine': ['住址', '详细地址', '家庭住址', '地址'],
    '/data/phone': ['联系电话', '电话', '手机号', '手机号码'],
    '/data/station': ['服务站', '所属服务站'],
    '/time': ['建档日期', '登记日期', '建档时间'],
  },
  variants: {
    '/data/sex': { 男性: '男', 女性: '女' },
    '/data/politicalStatus': { 党员: '中共党员', 预备党员: '中共预备党员', 团员: '共青团员' },
    '/data/education': {
      博士: '研究生',
      硕士: '研究生',
      本科: '大学本科',
      大专: '大学专科',
      专科: '大学专科',
      中专: '中等职业',
      高中: '普通高中',
    },
  },
  fixed: { '/data/idDocument/kind': '居民身份证' },
  also: { '/data/person/citizenNumber': ['/data/idDocument/number'] },
  // Its times of day are left out, as they have been since the first sheet.
  cells: { '/time': 'day' },
  datedBy: '/time',
})
