/** How much of the programmes that everybody takes part in is played; all other figures are the same in every city. */
export type Scale = {
  /** Matters handled on the platform. */
  matters: number
  fairs: { fairs: number; companies: number; posts: number; intents: number }
  eyes: { screened: number; operated: number }
  /** Systems hand over at the end of the week only, so that the clock stops less often. */
  weekly: boolean
}

/** The whole city: the figures of its work report. */
export const wholeScale: Scale = {
  matters: 8_600,
  fairs: { fairs: 30, companies: 1_200, posts: 28_000, intents: 5_600 },
  eyes: { screened: 1_200, operated: 421 },
  weekly: false,
}

/** A smaller city, for a first look. */
export const shortScale: Scale = {
  matters: 800,
  fairs: { fairs: 10, companies: 120, posts: 2_800, intents: 560 },
  eyes: { screened: 300, operated: 105 },
  weekly: true,
}

/** Fewest inhabitants: the programmes and stories need them. */
export const fewestPersons = 1_500
