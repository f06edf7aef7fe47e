import { list, type Rule, value } from './section-rules.ts'

/** How the person is reached, and what they brought to the offices. */
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
  ...list('contact', 'matters', { begins: ['MatterReceived'], ends: ['MatterCompleted'] }),
  ...list('contact', 'oneThing', { begins: ['OneThingApplicationAccepted'], ends: ['OneThingApplicationFinished'] }),
  ...list('contact', 'petitions', {
    begins: ['PetitionReceived'],
    says: ['PetitionAccepted', 'PetitionReviewed', 'PetitionRechecked'],
    ends: ['PetitionAnswered', 'PetitionNotAccepted'],
  }),
  ...list('contact', 'legalAid', { begins: ['LegalAidReferred'], ends: ['LegalAidGranted'] }),
]
