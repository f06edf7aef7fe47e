import { list, type Rule, value } from './section-rules.ts'

/** Where the household register lies, and its moves. */
export const residenceRules: readonly Rule<'residence'>[] = [
  ...value(
    'residence',
    'hukouRegion',
    {
      VeteranRegistered: (data) => data.hukouRegion,
      ResidenceRecorded: (data) => data.hukouRegion,
      MovedAway: (data) => data.toRegion,
    },
    ['MovedAway'],
  ),
  ...list('residence', 'moves', { begins: ['ResidenceRecorded', 'MovedAway'] }),
]
