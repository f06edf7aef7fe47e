import { join } from 'node:path'
import { openViews } from '@hub/views/open-views.ts'
import { createProjector } from '@hub/views/project.ts'
import { openSampleHub } from '@hub/views/sample-hub.fixture.ts'
import { median, type Row, timed } from './measure.ts'
import { durableCommitMs } from './sample-load.ts'

const sizes = { short: 100, long: 1_000 }
const rounds = 15

const person = `1${'b'.repeat(26)}`
const rating = (id: string, time: string) => ({
  id,
  type: 'hr.EmploymentStarted.v1',
  stream: `person-${person}`,
  time,
  data: {
    region: '430302',
    handledBy: [{ officialId: 'O-1', duty: '经办' }],
    employerUscc: '91430300MA4L000000',
    postKind: '设备维护',
    via: '自主',
    startedOn: time.slice(0, 10),
  },
})

/** A person with so many facts, folded; `late` records one that happened before all of them and folds it in: ms of the folding. */
const openLife = async (history: number) => {
  const hub = openSampleHub()
  const views = openViews({ file: join(hub.folder, 'views.sqlite') })
  const projector = createProjector({ ...hub, views })
  for (let n = 0; n < history; n++)
    await hub.record(rating(`E-${n}`, new Date(Date.UTC(2010, 0, 1) + n * 86_400_000).toISOString()))
  await projector.catchUp()
  let late = 0
  return {
    late: async () => {
      late += 1
      await hub.record(rating(`L-${late}`, new Date(Date.UTC(2009, 0, 1) + late * 60_000).toISOString()))
      return timed(() => projector.catchUp())
    },
    close: async () => {
      views.close()
      await hub.close()
    },
  }
}

/** A fact that comes late is folded in by folding the person's stream anew: in proportion to its length, no worse. */
export const lateFactRow: Row = {
  name: 'late-fact',
  title: 'a late fact folded in, history of 1,000 events in the stream, time per event of it; limit: history of 100',
  reach: { most: 1.5 },
  unit: '× a history of 100, per event',
  measure: async () => {
    const short = await openLife(sizes.short)
    const long = await openLife(sizes.long)
    await short.late()
    await long.late()
    const pairs: { short: number; long: number }[] = []
    for (let round = 0; round < rounds; round++) pairs.push({ short: await short.late(), long: await long.late() })
    await short.close()
    await long.close()
    const perEvent = pairs.map((pair) => pair.long / sizes.long / (pair.short / sizes.short))
    return {
      value: median(perEvent),
      details: {
        'ms, history of 100': median(pairs.map((pair) => pair.short)).toFixed(2),
        'ms, history of 1,000': median(pairs.map((pair) => pair.long)).toFixed(2),
        rounds,
        'durable commit ms': (await durableCommitMs()).toFixed(3),
      },
    }
  },
}
