import { longHistory } from './long-history.ts'
import { paired, type Row, timed } from './measure.ts'
import { inFolder } from './sample-load.ts'

const [short, long, asked] = [100_000, 1_000_000, 300]

/** Files as they were known half-way, in a long history against a short one. */
export const pastFileRow: Row = {
  name: 'past-file',
  title: 'a file at a past moment in a history of 1 M events; limit: in one of 100 k',
  reach: { most: 1.2 },
  unit: '× the time',
  measure: () =>
    inFolder(async (folder) => {
      const [few, many] = [await longHistory(folder, short), await longHistory(folder, long)]
      const read = ({ persons, reader }: typeof few) =>
        timed(async () => {
          const moment = reader.resolveMoment({ asKnownAt: { time: '2020-10-15T00:00:00.000Z' } })
          const every = Math.floor(persons.length / asked)
          for (let n = 0; n < asked; n++) {
            const file = await reader.file(persons[n * every]!, moment)
            if (file?.employment.jobs.length !== 5) throw new Error('the file is not as it was')
          }
        })
      const { ours, limit, ratio } = await paired(
        9,
        () => read(many),
        () => read(few),
      )
      await many.close()
      await few.close()
      const each = (ms: number) => `${((1000 * ms) / asked).toFixed(0)} µs`
      return { value: 1 / ratio, details: { 'of 1 M events': each(ours), 'of 100 k': each(limit), files: asked } }
    }),
}
