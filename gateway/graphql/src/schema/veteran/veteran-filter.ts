import type { FileFilter, Reader } from '@hub/reading/reader.ts'
import { builder } from '../builder.ts'
import { DateRange, IntCondition, rangeOf } from '../ranges.ts'

const ListedStatus = builder.enumType('ListedStatus', {
  description: 'Whether the person of a file lives, as it is listed.',
  values: {
    ALIVE: { value: 'alive', description: 'Nobody has said that the person died.' },
    DECEASED: { value: 'deceased', description: 'The person has died.' },
  } as const,
})

type IntAsked = {
  in?: readonly number[] | null | undefined
  between?: { from?: number | null | undefined; to?: number | null | undefined } | null | undefined
}

type Asked = {
  name?: string | null | undefined
  surname?: string | null | undefined
  initials?: string | null | undefined
  personIdIn?: readonly (string | number)[] | null | undefined
  regionUnder?: string | null | undefined
  regionIn?: readonly string[] | null | undefined
  statusIn?: readonly ('alive' | 'deceased')[] | null | undefined
  disabilityGrade?: IntAsked | null | undefined
  birthYear?: IntAsked | null | undefined
  registeredOn?: { from?: string | null | undefined; to?: string | null | undefined } | null | undefined
  any?: readonly Asked[] | null | undefined
}

export const VeteranFilter = builder.inputRef<Asked>('VeteranFilter')

VeteranFilter.implement({
  description:
    'Which files; all conditions hold. Names are found whole, by surname or by pinyin initials, never by a part.',
  fields: (t) => ({
    name: t.string({ description: 'The full name. Give it in a variable.' }),
    surname: t.string({ description: 'The surname.' }),
    initials: t.string({ description: 'The first pinyin initials of the name, e.g. `wxm`.' }),
    personIdIn: t.idList({ description: 'Of one of these persons.' }),
    regionUnder: t.field({ type: 'RegionCode', description: 'In this region or under it.' }),
    regionIn: t.field({ type: ['RegionCode'], description: 'In one of these very regions.' }),
    statusIn: t.field({ type: [ListedStatus], description: 'Of one of these.' }),
    disabilityGrade: t.field({ type: IntCondition, description: 'The disability grade, 1 to 10.' }),
    birthYear: t.field({ type: IntCondition, description: 'The year of birth.' }),
    registeredOn: t.field({ type: DateRange, description: 'The day of registration lies between these.' }),
    any: t.field({ type: [VeteranFilter], description: 'One of these holds, too.' }),
  }),
})

/** A filter as the views take it: names as tokens. */
export const fileFilterOf = (filter: Asked | null | undefined, reader: Reader): FileFilter => {
  const words = { name: filter?.name, surname: filter?.surname, initials: filter?.initials }
  const given = Object.fromEntries(Object.entries(words).filter(([, text]) => typeof text === 'string'))
  return {
    ...(Object.keys(given).length > 0 ? { tokens: reader.searchTokens(given) } : {}),
    personIds: filter?.personIdIn?.map(String),
    region: filter?.regionUnder ?? undefined,
    regions: filter?.regionIn ?? undefined,
    statuses: filter?.statusIn ?? undefined,
    grades: filter?.disabilityGrade?.in ?? undefined,
    gradeBetween: rangeOf(filter?.disabilityGrade?.between),
    birthYearsIn: filter?.birthYear?.in ?? undefined,
    birthYears: rangeOf(filter?.birthYear?.between),
    registered: rangeOf(filter?.registeredOn),
    any: filter?.any?.map((alternative) => fileFilterOf(alternative, reader)),
  }
}
