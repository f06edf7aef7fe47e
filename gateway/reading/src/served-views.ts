import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@hub/event-store/event-store.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import type { ViewsSettings } from '@hub/views/engines.ts'
import { openViews } from '@hub/views/open-views.ts'
import { countFaults } from '@hub/views/projections/faults.ts'
import type { ProjectorNews } from '@hub/views/projector-thread.ts'
import type { RebuildProgress } from '@hub/views/rebuild.ts'
import { isSetBack } from '@hub/views/store-set-back.ts'
import { verifiedStore } from '@hub/views/verified-store.ts'
import { isOfThisHub, newViewName, pointTo, readableViewFile, removeViewsBut } from '@hub/views/view-files.ts'
import { type ProjectorThread, type RebuildThread, startProjector, startRebuild } from '@hub/views/view-threads.ts'
import { type Door, openDoor } from './door.ts'

export type { RebuildProgress }

export type ServedViewsOptions = {
  /** What the threads open for themselves. */
  settings: ViewsSettings
  /** The folder of the views. */
  folder: string
  /** What the thread that answers reads from besides the views. */
  store: EventStore
  keys: PersonKeys
  /** UUID of the store. */
  storeId: string
  onRebuild?: ((progress: RebuildProgress) => void) | undefined
  /** Called when an engine does not answer a thread, which then tries again. */
  onFault?: ((news: ProjectorNews) => void) | undefined
  /** A thread has ended by itself: the process should end. */
  onCrash: (reason: string) => void
}

/** There are no views to answer from yet. */
export class ViewsNotBuilt extends Error {
  override name = 'ViewsNotBuilt'
  readonly progress: RebuildProgress | undefined
  constructor(progress: RebuildProgress | undefined) {
    super(`the views are being built${progress ? `: ${progress.step} ${progress.done}` : ''}`)
    this.progress = progress
  }
}

/**
 * The views that a gateway answers from, kept up to date by threads of their own. Who holds a reader goes on with the
 * version that it was opened on, also after another one has come into use: its connection is closed when nobody holds
 * it any more.
 */
export type ServedViews = Door & {
  /** Resolves when there are views to answer from. */
  ready: Promise<void>
  /** Builds the views anew beside those in use, then answers from the new ones. One at a time: a second call waits for the first. */
  rebuild(): Promise<void>
  /** The file of the views in use. @throws {ViewsNotBuilt} */
  file(): string
  /** How many events of the store are not as they were admitted, or have a damaged box. @throws {ViewsNotBuilt} */
  faults(): number
  /** How far the rebuild under way is. */
  rebuilding(): RebuildProgress | undefined
  close(): Promise<void>
}

const rebuildPauseMs = 60_000

type Version = { file: string; door: Door; faults: () => number; projector: ProjectorThread; closeViews: () => void }

/**
 * Serves the views of a folder. Those of an older vocabulary are served while they are built anew; where there are none
 * that this hub can read, or those tell of more than the store holds, `readerFor` throws until the first are built.
 */
export const serveViews = (options: ServedViewsOptions): ServedViews => {
  const { settings, folder, store, keys, storeId } = options
  const { hubKeys } = settings
  let inUse: Version | undefined
  let underWay: { thread: RebuildThread; done: Promise<void>; progress: RebuildProgress | undefined } | undefined
  let closed = false

  const open = (file: string): Version => {
    const views = openViews({ file })
    return {
      file,
      door: openDoor({ views, store: verifiedStore(store, hubKeys.admission), keys, hubKeys, storeId }),
      faults: () => countFaults(views),
      projector: startProjector(
        { ...settings, viewsFile: file },
        { onFault: (news) => options.onFault?.(news), onCrash: options.onCrash },
      ),
      closeViews: views.close,
    }
  }

  /** Nobody who has seen something in the old views may find it missing in the new ones, here or in another process. */
  const changeOver = async (next: Version) => {
    const before = inUse
    while (before && !closed && next.door.checkpoint().position < before.door.checkpoint().position) await sleep(10)
    inUse = next
    pointTo(folder, basename(next.file))
    await before?.projector.stop()
    removeViewsBut(folder, before ? [next.file, before.file] : [next.file])
  }

  const build = async () => {
    const thread = startRebuild({ ...settings, folder, name: newViewName(Date.now()) }, (progress) => {
      if (underWay) underWay.progress = progress
      options.onRebuild?.(progress)
    })
    const done = thread.built.then(async (file) => changeOver(open(file)))
    const one = { thread, done, progress: undefined }
    underWay = one
    try {
      await done
    } finally {
      underWay = undefined
    }
  }
  const rebuild = async () => {
    if (underWay) return underWay.done
    await build()
  }

  /** Rebuilds, and tries again until that has succeeded. Meanwhile queries are answered from the old views. */
  const rebuildInTheEnd = async () => {
    while (!closed)
      try {
        return await rebuild()
      } catch (error) {
        if (closed) return
        options.onFault?.({ transient: error instanceof Error ? error.name : String(error), retryInMs: rebuildPauseMs })
        await sleep(rebuildPauseMs, undefined, { ref: false })
      }
  }

  const version = (): Version => {
    if (!inUse) throw new ViewsNotBuilt(underWay?.progress)
    return inUse
  }

  mkdirSync(folder, { recursive: true })
  const readable = readableViewFile(folder)
  removeViewsBut(folder, readable ? [readable] : [])
  const openReadable = async (file: string) => {
    if (await isSetBack(file, store)) return rebuild()
    if (closed) return
    inUse = open(file)
    if (!isOfThisHub(file)) void rebuildInTheEnd()
  }
  const ready = readable ? openReadable(readable) : rebuild()

  return {
    ready,
    readerFor: (caller) => version().door.readerFor(caller),
    checkpoint: () => version().door.checkpoint(),
    faults: () => version().faults(),
    file: () => version().file,
    rebuild,
    rebuilding: () => underWay?.progress,
    close: async () => {
      closed = true
      const finishing = underWay?.done.catch(() => undefined)
      await underWay?.thread.stop()
      await finishing
      await inUse?.projector.stop()
      inUse?.closeViews()
    },
  }
}
