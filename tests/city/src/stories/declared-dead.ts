import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/**
 * A court declares a missing veteran dead in 2023 and revokes it in 2025: legally dead in between, and not as if it had
 * never been said.
 */
export const tellDeclaredDead = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'declaredDead'))
  tell('civil-affairs', 'DeathRegistered', '2023-06-20', {
    diedOn: '2023-06-12',
    judgedOn: '2023-06-12',
    disappearance: '下落不明',
    evidence: '法院宣告',
    assertedFrom: '法院',
  })
  tell('civil-affairs', 'DeathDeclarationRevoked', '2025-03-18', {
    courtDocumentNo: '（2025）雨民特字第0031号',
    revokedOn: '2025-03-18',
    assertedFrom: '法院',
  })
}
