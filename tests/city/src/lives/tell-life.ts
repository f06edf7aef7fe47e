import type { Benefit } from '../benefit.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { randomOf } from '../random.ts'
import type { Said, SubmissionId } from '../submission.ts'
import { beHelped } from './assistance.ts'
import { drawBenefit } from './benefits.ts'
import { carryCard } from './cards.ts'
import { die } from './death.ts'
import { raiseFamily } from './family.ts'
import { lifeOf } from './life.ts'
import { register } from './registration.ts'
import { reside } from './residence.ts'
import { work } from './work.ts'

/** Tells everything that befalls one inhabitant beside programmes and stories; the same each time it is told. */
export const tellLife = (
  one: Inhabitant,
  city: { seed: number; veterans: readonly Inhabitant[]; benefit: Benefit | undefined },
  said: (said: Said & { id: string }) => SubmissionId,
): void => {
  const life = lifeOf(one, { random: randomOf(city.seed, `life-${one.kind}`, one.index), benefit: city.benefit, said })
  register(life)
  raiseFamily(life)
  reside(life)
  work(life)
  carryCard(life)
  beHelped(life)
  drawBenefit(life)
  die(life)
}
