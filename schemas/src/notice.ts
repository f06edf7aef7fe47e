import type { Refusal, RefusalWords } from './refusal.ts'

/** What is told of an event that is taken: rare, and to be looked at. Its words are those of a refusal, without a status. */
export type Notice<Code extends string = string> = Omit<Refusal<Code>, 'status'>

/** A catalogue of notices by their codes. */
export type Notices<Code extends string = string> = { readonly [One in Code]: Notice<One> }

/**
 * The notices of one package, in both languages what is rare and what to do. A code stands for one entry in the whole
 * hub, among refusals and notices.
 */
export const defineNotices = <const Code extends string>(
  owner: string,
  entries: Readonly<Record<Code, Omit<RefusalWords, 'status'>>>,
): Notices<Code> =>
  Object.fromEntries(
    Object.entries<Omit<RefusalWords, 'status'>>(entries).map(([code, { en, zh }]) => [
      code,
      { code, owner, message: en[0], messageZh: zh[0], whatToDo: en[1], whatToDoZh: zh[1] },
    ]),
  ) as Notices<Code>
