/** Playing was stopped from outside. */
export class PlayingStopped extends Error {
  override name = 'PlayingStopped'
}
