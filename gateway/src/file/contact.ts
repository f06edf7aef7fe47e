import { type Rule, value } from './section-rules.ts'

/** How the person is reached. */
export const contactRules: readonly Rule<'contact'>[] = [
  ...value(
    'contact',
    'phone',
    { VeteranRegistered: (data) => data.phone, ContactDetailsChanged: (data) => data.phone },
    ['ContactDetailsChanged'],
  ),
  ...value('contact', 'addressLine', {
    VeteranRegistered: (data) => data.addressLine,
    ContactDetailsChanged: (data) => data.addressLine,
    ResidenceRecorded: (data) => data.addressLine,
  }),
  ...value('contact', 'residenceRegion', { ContactDetailsChanged: (data) => data.residenceRegion }),
]
