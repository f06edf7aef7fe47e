import type { Moment as MomentOfViews } from '@hub/reading/reader.ts'
import type { OutputRef } from '@pothos/core'
import { builder } from './builder.ts'
import type { cursorsOf, Keys } from './cursor.ts'
import { refusal } from './errors.ts'
import { Moment } from './moment-types.ts'

export const defaultPage = 20
export const largestPage = 100

type Cursors = ReturnType<typeof cursorsOf>

/** A listed thing, and its keys in the order of the list. */
export type Item<T> = { node: T; keys: Keys }

/** A page of a list. */
export type ConnectionView<T> = {
  items: readonly Item<T>[]
  /** Makes the cursor of an item. Cursors are signed, so one is made only where it is asked for. */
  cursorOf: (keys: Keys) => string
  totalCount: number
  hasNextPage: boolean
  hasPreviousPage: boolean
  moment: MomentOfViews
}

const PageInfo = builder.objectRef<ConnectionView<unknown>>('PageInfo').implement({
  description: 'Where a page of a list stands in it.',
  fields: (t) => ({
    hasNextPage: t.boolean({ description: 'Whether more follow.', resolve: (page) => page.hasNextPage }),
    hasPreviousPage: t.boolean({ description: 'Whether some come before.', resolve: (page) => page.hasPreviousPage }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first; null for an empty page.',
      resolve: ({ items, cursorOf }) => (items[0] ? cursorOf(items[0].keys) : null),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last: give it as `after` for the next page; null for an empty page.',
      resolve: ({ items, cursorOf }) => (items.length > 0 ? cursorOf(items.at(-1)!.keys) : null),
    }),
  }),
})

/** Defines `<name>Connection` and `<name>Edge` over a type. */
export const connectionOf = <T>(name: string, node: OutputRef<T>, what: string) => {
  // Pothos can't tell what a resolver may answer while T is open; an edge therefore holds any node.
  const anyNode: OutputRef = node
  const EdgeType = builder
    .objectRef<{ item: Item<unknown>; cursorOf: (keys: Keys) => string }>(`${name}Edge`)
    .implement({
      description: `One of ${what}, with its cursor.`,
      fields: (t) => ({
        node: t.field({ type: anyNode, description: 'What is listed.', resolve: ({ item }) => item.node }),
        cursor: t.string({
          description: 'Its place in the list; opaque.',
          resolve: ({ item, cursorOf }) => cursorOf(item.keys),
        }),
      }),
    })
  return builder.objectRef<ConnectionView<T>>(`${name}Connection`).implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [EdgeType],
        description: 'What is on this page.',
        resolve: ({ items, cursorOf }) => items.map((item) => ({ item, cursorOf })),
      }),
      nodes: t.field({
        type: [node],
        description: 'The same without cursors.',
        resolve: ({ items }) => items.map(({ node }) => node),
      }),
      totalCount: t.expose('totalCount', {
        type: 'BigInt',
        description: 'How many the whole list has.',
      }),
      pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: (page) => page }),
      moment: t.expose('moment', {
        type: Moment,
        description: 'The moment that the list is for; asking again with it gives the same page for ever.',
      }),
    }),
  })
}

/** The arguments of a page as a caller gives them. */
export type PageAsked = {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** The part of a list that a page asks for. `after` and `before` are the keys of the rows just outside it. */
export type PageStretch = { first: number; after: Keys | undefined; before: Keys | undefined; backwards: boolean }

/**
 * The stretch of a list that is asked for. `last` takes the rows at its end.
 * @throws a refusal `BAD_USER_INPUT`, `CURSOR_MISMATCH` or `OTHER_STORE`
 */
export const stretchOf = ({ first, after, last, before }: PageAsked, cursors: Pick<Cursors, 'read'>): PageStretch => {
  if (first != null && last != null)
    throw refusal('BAD_USER_INPUT', {
      en: 'not a page: give first or last, not both',
      zh: '分页有误：first 与 last 只能填一个',
    })
  const size = first ?? last ?? defaultPage
  if (size < 1 || size > largestPage)
    throw refusal('BAD_USER_INPUT', {
      en: `not a page size: first and last are 1 to ${largestPage}`,
      zh: `每页条数有误：first、last 应为 1 至 ${largestPage}`,
    })
  return {
    first: size,
    after: after ? cursors.read(after) : undefined,
    before: before ? cursors.read(before) : undefined,
    backwards: last != null || (first == null && !after && Boolean(before)),
  }
}

/** A page of a list; each row's cursor is made of its keys. */
export const pageOf = <T>(
  { items, hasMore, totalCount }: { items: readonly Item<T>[]; hasMore: boolean; totalCount: number },
  { after, before, backwards }: PageStretch,
  cursors: Pick<Cursors, 'write'>,
  moment: MomentOfViews,
): ConnectionView<T> => ({
  items,
  cursorOf: cursors.write,
  totalCount,
  // The row that `before` or `after` names lies outside this page, so there is a further page.
  hasNextPage: backwards ? before !== undefined : hasMore,
  hasPreviousPage: backwards ? hasMore : after !== undefined,
  moment,
})

/** The rows of a stretch, from a list that is held as a whole and ordered by an ascending number. */
export const rowsWithin = <T>(
  rows: readonly T[],
  numberOf: (row: T) => number,
  { first, after, before, backwards }: PageStretch,
): { items: readonly T[]; hasMore: boolean } => {
  const within = rows.filter(
    (row) => (!after || numberOf(row) > Number(after[0])) && (!before || numberOf(row) < Number(before[0])),
  )
  return { items: backwards ? within.slice(-first) : within.slice(0, first), hasMore: within.length > first }
}

/** Arguments of a list that can be read from either end. */
export const pageArguments = {
  first: { type: 'Int', required: false, description: 'How many from the front, up to 100; 20 where nothing is said.' },
  after: { type: 'String', required: false, description: 'The cursor after which the page begins.' },
  last: { type: 'Int', required: false, description: 'How many from the end, up to 100, in the order of the list.' },
  before: { type: 'String', required: false, description: 'The cursor before which the page ends.' },
} as const
