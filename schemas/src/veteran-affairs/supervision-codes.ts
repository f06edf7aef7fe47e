import { codeList } from '../values/code-list.ts'

/** The kind of office that is supervised, interviewed, assessed or asked for data. */
export const officeKind = codeList('officeKind', {
  退役军人事务: 'veteran affairs',
  民政: 'civil affairs',
  财政: 'finance',
  人社: 'human resources and social security',
  公安: 'police',
  医保: 'medical insurance',
  卫健: 'health',
  教育: 'education',
  司法行政: 'justice administration',
  人武部: 'military department',
  乡镇街道: 'township or subdistrict',
  其他: 'other',
})

/** What is supervised. */
export const supervisionMatter = codeList('supervisionMatter', {
  办理超期: 'matters past their term',
  数据不一致: 'departments’ facts that differ',
  错发漏发: 'money paid wrongly or not at all',
  年度确认: 'annual confirmation',
  信访办理: 'petitions',
  移交安置: 'placement',
  服务体系建设: 'service centres and stations',
  责任落实: 'duties not carried out',
  其他: 'other',
})

/** Which body met. */
export const meetingKind = codeList('meetingKind', {
  领导小组会议: 'leading group',
  党委会议: { zh: '党委（党组）会议', en: 'Party committee' },
  联席会议: 'joint conference of departments',
  专题会议: 'meeting on one matter',
  调度会: 'progress meeting',
})

/** What a meeting dealt with. */
export const meetingTopic = codeList('meetingTopic', {
  移交安置: 'placement',
  就业创业: 'employment and business',
  优待抚恤: 'benefits',
  褒扬纪念: 'martyrs and memorials',
  权益维护: 'rights',
  双拥共建: 'support for the troops',
  服务体系: 'service centres and stations',
  资金保障: 'funding',
  数据共享: 'data sharing',
  督导考核: 'supervision',
  其他: 'other',
})
