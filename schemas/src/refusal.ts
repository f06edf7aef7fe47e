/** What is wrong, and what to do about it, in one language. Neither holds a value that was sent. */
type Words = readonly [whatIsWrong: string, whatToDo: string]

/** An entry of a catalogue as its package writes it. */
export type RefusalWords = {
  /** The status over HTTP where the refusal is the whole answer. */
  readonly status: number
  readonly en: Words
  readonly zh: Words
}

/** One reason why the hub does not do what it was asked. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  /** The package that refuses so. */
  readonly owner: string
  readonly status: number
  readonly message: string
  readonly messageZh: string
  readonly whatToDo: string
  readonly whatToDoZh: string
}

/** A catalogue: refusals by their codes. Catalogues of several packages go together by spreading. */
export type Refusals<Code extends string = string> = { readonly [One in Code]: Refusal<One> }

/**
 * The refusals of one package. A code stands for one entry in the whole hub.
 * @example
 * const ofPayments = defineRefusals('finance', {
 *   SAME_REFERENCE: {
 *     status: 422,
 *     en: ['the new bank reference is the old one', 'Give the reference of the new payment.'],
 *     zh: ['新旧银行流水号相同', '请填写重发的流水号。'],
 *   },
 * })
 */
export const defineRefusals = <const Code extends string>(
  owner: string,
  entries: Readonly<Record<Code, RefusalWords>>,
): Refusals<Code> =>
  Object.fromEntries(
    Object.entries<RefusalWords>(entries).map(([code, { status, en, zh }]) => [
      code,
      { code, owner, status, message: en[0], messageZh: zh[0], whatToDo: en[1], whatToDoZh: zh[1] },
    ]),
  ) as Refusals<Code>

/** What is wrong in words more exact than the catalogue's, in both languages; never with a value that was sent. */
export type ExactWords = { readonly en: string; readonly zh: string }

/** What is known of one occurrence of a refusal. */
export type Occurrence = {
  /** The part of what was sent that it is about: a JSON Pointer (RFC 6901). */
  readonly pointer?: string | undefined
  readonly exact?: ExactWords | undefined
  /** What helps to ask better: how far the views have come, say. */
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** A refusal on its way to whoever asked. Whoever answers shows it in the form of its protocol. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  readonly pointer: string | undefined
  readonly details: Readonly<Record<string, unknown>>
  constructor(refusal: Refusal, { pointer, exact, details = {} }: Occurrence = {}) {
    super(exact?.en ?? refusal.message)
    this.refusal = exact ? { ...refusal, message: exact.en, messageZh: exact.zh } : refusal
    this.pointer = pointer
    this.details = details
  }
}
