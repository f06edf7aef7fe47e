import { type Hub, startHub } from '@hub/hub/hub.ts'
import { childInput } from './child.ts'

/** The whole hub on a data folder, as `npm start` runs it. Told `rebuild`, it builds its views anew and says when it has. */
const { dataFolder } = childInput<{ dataFolder: string }>()
const hub: Hub = await startHub({
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  logLevel: 'error',
  onCrash: (reason) => {
    process.stderr.write(`the hub ended: ${reason}\n`)
    process.exit(1)
  },
})

process.on('message', async (asked: 'rebuild' | 'visible' | 'stop') => {
  if (asked === 'rebuild') await hub.rebuildViews()
  if (asked === 'visible') await hub.visible()
  if (asked === 'stop') await hub.stop()
  process.send!({ done: asked }, () => {
    if (asked === 'stop') process.disconnect()
  })
})
process.send!({ url: hub.url })
