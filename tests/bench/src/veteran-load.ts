import { type Measured, paired } from './measure.ts'
import { postLoad } from './post-load.ts'
import { inFolder } from './sample-load.ts'
import { ask, serveCity } from './served-city.ts'
import { veteranQuery } from './veteran-query.ts'

const [requests, connections] = [1_000, 16]

/** Another server, that answers from a constant; `body` where it has to be asked otherwise than the hub. */
export type ConstantServer = { origin: string; body?: string; close(): Promise<unknown> }

/** Whole files over HTTP by the hub, and by a server that has the answer already; both on this thread, one at a time. */
export const measureVeteran = (
  serveConstant: (answer: Record<string, unknown>, person: string) => Promise<ConstantServer>,
): Promise<Measured> =>
  inFolder(async (folder) => {
    const city = await serveCity(folder, { persons: 1_500, count: 8_000 })
    const { person, facts } = city.views.database
      .prepare(
        `SELECT person, count(*) AS facts FROM facts WHERE person IS NOT NULL AND stream NOT LIKE 'access-%'
         GROUP BY person ORDER BY facts DESC LIMIT 1`,
      )
      .get() as { person: string; facts: number }
    const body = JSON.stringify({ query: veteranQuery, variables: { person } })
    const first = await ask(city.origin, body)
    const constant = await serveConstant(first, person)
    const same = JSON.stringify(await ask(constant.origin, constant.body ?? body)) === JSON.stringify(first)
    if (!same) throw new Error('the constant does not answer as the hub does')
    const load = (origin: string, body: string) =>
      postLoad({
        origin,
        requests: Array.from({ length: requests }, () => ({ path: '/graphql', type: 'application/json', body })),
        connections,
      })
    const { ours, limit, ratio } = await paired(
      5,
      () => load(city.origin, body),
      () => load(constant.origin, constant.body ?? body),
    )
    await constant.close()
    await city.close()
    const rate = (ms: number) => Math.round((requests * 1000) / ms)
    return {
      value: ratio,
      details: {
        'facts in the file': facts,
        'answer bytes': JSON.stringify(first).length,
        'hub requests/s': rate(ours),
        'limit requests/s': rate(limit),
      },
    }
  })
