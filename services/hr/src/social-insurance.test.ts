import { expect, it } from 'vitest'
import { socialInsurance } from './social-insurance.ts'

const faults = (data: Record<string, unknown>) =>
  socialInsurance.SocialInsuranceEnrolled!(data, '').map(({ code, pointer }) => `${code} ${pointer}`)

it('medical and maternity insurance are handed over by the medical insurance office since 2019', () => {
  expect(faults({ kind: '医疗', from: '2019-01' })).toEqual(['ASSERTED_FROM /assertedFrom'])
  expect(faults({ kind: '生育', from: '2024-05', assertedFrom: '医保' })).toEqual([])
  expect(faults({ kind: '医疗', from: '2018-12' })).toEqual([])
  expect(faults({ kind: '养老', from: '2024-05' })).toEqual([])
})
