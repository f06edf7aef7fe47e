import type { City } from '../city.ts'
import type { Inhabitant } from '../inhabitant.ts'

/** Who plays in which story, by place among the veterans: nobody plays in two. */
const parts = {
  falselyDead: 0,
  corrected: [10, 20],
  paidAfterDeath: 21,
  withoutApproval: 22,
  closedAccount: 23,
  raisedTwice: 24,
  movedCounty: 25,
  ward: 26,
  otherWard: 27,
  onShortRoll: [29, 32],
  illness: 32,
  threeDuties: 33,
  disagreed: 34,
  renumbered: 35,
  mistakenFor: 36,
  mistaken: 37,
  declaredDead: 38,
  workingUnemployed: 39,
  twoCards: 40,
  sentenced: 41,
  outOfOrder: 42,
  retracted: 43,
  altered: 44,
  slipOfAClerk: 45,
  wanted: 46,
} as const

type One = { [Part in keyof typeof parts]: (typeof parts)[Part] extends number ? Part : never }[keyof typeof parts]
type Several = Exclude<keyof typeof parts, One>

/** The veteran who plays a part. */
export const inPart = (city: Pick<City, 'veterans'>, part: One): Inhabitant => city.veterans[parts[part]]!

/** The veterans who play a part together. */
export const inParts = (city: Pick<City, 'veterans'>, part: Several): readonly Inhabitant[] =>
  city.veterans.slice(...parts[part])
