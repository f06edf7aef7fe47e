import { regions } from '@hub/schemas/values/region-code.ts'
import { dayAfter } from '../calendar.ts'
import { livesFreely } from '../inhabitant.ts'
import type { Life } from './life.ts'

const townships = regions.filter((region) => region.level === 'township')

/** The register of households as the police hand it on, and moves within the city and away from it. */
export const reside = ({ one, random, benefit, registeredOn, day, last, say }: Life): void => {
  const home = (hukouRegion: string, said: string, movedOn?: string) =>
    say('civil-affairs', 'ResidenceRecorded', said, {
      hukouRegion,
      addressLine: `${random.whole(1, 60)}栋${random.whole(1, 30)}号`,
      ...(movedOn === undefined ? {} : { movedOn }),
      assertedFrom: '公安',
    })
  if (one.kind === 'veteran' && one.index >= 100) home(one.township, dayAfter(registeredOn, random.whole(1, 40)))
  if (!livesFreely(one)) return
  if (benefit?.movedOn !== undefined)
    say('civil-affairs', 'MovedAway', benefit.movedOn, {
      hukouRegion: one.township,
      movedOn: benefit.movedOn,
      toRegion: '440305',
      assertedFrom: '公安',
    })
  else if (random.chance(0.03)) {
    const movedOn = day(dayAfter(registeredOn, 60), dayAfter(last, -20))
    // Told late as often as not: the police hand on what they have.
    home(random.pick(townships).code, dayAfter(movedOn, random.whole(0, 15)), movedOn)
  }
}
