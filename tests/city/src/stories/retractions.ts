import type { City } from '../city.ts'
import { keyOf, replacing } from '../submission.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** Each department takes something back that was never so; HR takes a retraction back as well. */
export const tellRetractions = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'retracted'))
  const merit = tell('veteran-affairs', 'MeritRecorded', '2024-04-08', { level: '一等功', awardedOn: '1995' })
  tell(
    'veteran-affairs',
    'FactRetracted',
    '2024-05-13',
    { reason: '同名他人' },
    { extra: replacing(merit, 'wrong-source') },
  )
  const relief = tell('civil-affairs', 'TemporaryAssistanceGranted', '2024-04-09', { reason: '火灾', amount: 500_000 })
  tell(
    'civil-affairs',
    'FactRetracted',
    '2024-05-14',
    { reason: '重复登记' },
    { extra: replacing(relief, 'clerical-error') },
  )
  const claim = tell('finance', 'RecoveryDemanded', '2024-04-10', {
    demandNo: 'ZJ-X-1',
    orderIds: ['GS-X-1'],
    amount: 1_000,
  })
  tell(
    'finance',
    'FactRetracted',
    '2024-05-15',
    { reason: '指令号有误' },
    { extra: replacing(claim, 'clerical-error') },
  )
  const pension = tell('hr', 'PensionGranted', '2024-04-11', { scheme: '职工', monthly: 250_000, from: '2024-05' })
  const back = tell('hr', 'FactRetracted', '2024-05-16', { reason: '误录' }, { extra: replacing(pension, 'other') })
  tell(
    'hr',
    'FactRetracted',
    '2024-06-17',
    { reason: '撤回有误，原登记属实' },
    { extra: { ...replacing(back, 'other'), correlationid: keyOf(pension) } },
  )
}
