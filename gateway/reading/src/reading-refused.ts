/** Why a question can't be answered as it was asked. */
export type ReadingRefusal = 'MOMENT_IN_FUTURE' | 'BEFORE_FOUNDING' | 'OTHER_STORE' | 'NOT_YET'

/** A question that can't be answered as it was asked; whoever asked can act on it. Neither message nor details hold a value that was sent. */
export class ReadingRefused extends Error {
  override name = 'ReadingRefused'
  readonly code: ReadingRefusal
  /** What helps to ask better: how far the views have come, say. */
  readonly details: Readonly<Record<string, unknown>>
  constructor(code: ReadingRefusal, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
