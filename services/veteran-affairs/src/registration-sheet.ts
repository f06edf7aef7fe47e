import { commonColumns, personHeadings, type SheetFormat } from '@hub/intake/sheet/sheet-format.ts'

/** 建档立卡登记表: the register of files that the service stations keep; a row is a veteran with a file. */
export const registrationSheet: SheetFormat = {
  titleZh: '建档立卡登记表',
  titleEn: 'register of veterans’ files',
  department: 'veteran-affairs',
  system: 'registration-sheet',
  type: 'veteran-affairs.VeteranRegistered.v2',
  columns: [
    { headings: ['编号', '流水号', '档案编号', '建档编号'], cell: 'number', to: ['/id'], needed: true },
    {
      headings: personHeadings,
      cell: 'citizenNumber',
      to: ['/data/person/citizenNumber', '/data/idDocument/number'],
      needed: true,
    },
    { headings: ['姓名'], cell: 'text', to: ['/data/name'], needed: true },
    {
      headings: ['性别'],
      cell: { variants: { 男性: '男', 女性: '女', 1: '男', 2: '女' } },
      to: ['/data/sex'],
      needed: true,
    },
    { headings: ['出生日期', '出生年月日'], cell: 'day', to: ['/data/birthDate'], needed: true },
    {
      headings: ['户籍区划', '户籍地区划代码', '户籍所在地', '户籍地'],
      cell: 'region',
      to: ['/data/hukouRegion'],
      needed: true,
    },
    { headings: ['住址', '详细地址', '家庭住址', '地址'], cell: 'text', to: ['/data/addressLine'], needed: true },
    { headings: ['联系电话', '电话', '手机号', '手机号码'], cell: 'phone', to: ['/data/phone'] },
    { headings: ['服务站', '所属服务站'], cell: 'text', to: ['/data/station'] },
    { headings: ['建档日期', '登记日期', '建档时间'], cell: 'day', to: ['/time'], needed: true },
    ...commonColumns,
  ],
  fixed: { '/data/idDocument/kind': '居民身份证' },
  datedBy: '/time',
}
