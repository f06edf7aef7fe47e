import type { FieldWords } from './field-words.ts'

/** The registration form, placement after discharge, preferential cards, insurance. */
export const ofPlacementAndCards: FieldWords = {
  education: ['文化程度', 'education'],
  ethnicGroup: ['民族', 'people'],
  hukouKindAtEnlistment: ['入伍时户口性质', 'kind of household register at enlistment'],
  maritalStatus: ['婚姻状况', 'marital status'],
  objectCategory: ['对象类别', 'registration category'],
  politicalStatus: ['政治面貌', 'political status'],
  'SocialInsuranceEnrolled.agency': ['经办机构', 'agency'],
  'SocialInsuranceSuspended.agency': ['经办机构', 'agency'],
  'SocialInsuranceEnrolled.kind': ['险种', 'branch of insurance'],
  'SocialInsuranceSuspended.kind': ['险种', 'branch of insurance'],
  'SocialInsuranceEnrolled.scheme': ['参保制度', 'scheme'],
  'SocialInsuranceSuspended.scheme': ['参保制度', 'scheme'],
}
