import type { Position } from '@hub/schemas/format/position.ts'
import type { Views } from './open-views.ts'

/** How far the views have come: position, dense count of events, and the greatest recorded time so far. */
export type Checkpoint = { position: Position; ordinal: number; knownTime: string }

export const readCheckpoint = (views: Views): Checkpoint =>
  views.statement('SELECT position, ordinal, known_time AS knownTime FROM checkpoint').get() as Checkpoint

export const writeCheckpoint = (views: Views, { position, ordinal, knownTime }: Checkpoint): void => {
  views.statement('UPDATE checkpoint SET position = ?, ordinal = ?, known_time = ?').run(position, ordinal, knownTime)
}
