import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** The id of the message that is sent once more with other content. */
export const alteredId = 'AID-ALTERED'

/** The same id once more with another amount: taken at the door, and rejected by the recorder. */
export const tellAlteredResend = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'altered'))
  const aid = (amount: number, sentOn: string) =>
    tell(
      'veteran-affairs',
      'HardshipAidGranted',
      '2024-10-14',
      { kind: '重大疾病', aid: ['资金'], amount },
      { id: alteredId, sentOn },
    )
  aid(200_000, '2024-10-14')
  aid(300_000, '2024-10-21')
}
