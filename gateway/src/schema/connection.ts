import type { ObjectRef } from '@pothos/core'
import { builder } from './builder.ts'
import { refusal } from './errors.ts'

export const defaultPage = 20
export const largestPage = 100

/** An edge: what is listed, and the cursor behind it. */
export type Edge<T> = { node: T; cursor: string }

/** A page of a list. */
export type ConnectionView<T> = {
  edges: readonly Edge<T>[]
  totalCount: number
  hasNextPage: boolean
  hasPreviousPage: boolean
}

const PageInfo = builder.objectRef<ConnectionView<unknown>>('PageInfo').implement({
  description: 'Where a page of a list stands in it.',
  fields: (t) => ({
    hasNextPage: t.boolean({ description: 'Whether more follow.', resolve: (page) => page.hasNextPage }),
    hasPreviousPage: t.boolean({ description: 'Whether some come before.', resolve: (page) => page.hasPreviousPage }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first; null for an empty page.',
      resolve: ({ edges }) => edges[0]?.cursor ?? null,
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last: give it as `after` for the next page.',
      resolve: ({ edges }) => edges.at(-1)?.cursor ?? null,
    }),
  }),
})

/** Defines `<name>Connection` and `<name>Edge` over a type. */
export const connectionOf = <T>(
  name: string,
  node: unknown,
  what: string,
): ObjectRef<never, ConnectionView<T>, ConnectionView<T>> => {
  const EdgeType = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `One of ${what}, with its cursor.`,
    fields: (t) => ({
      node: t.field({ type: node as 'Json', description: 'What is listed.', resolve: (edge) => edge.node }),
      cursor: t.string({ description: 'Its place in the list; opaque.', resolve: ({ cursor }) => cursor }),
    }),
  })
  return builder.objectRef<ConnectionView<T>>(`${name}Connection`).implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({ type: [EdgeType], description: 'What is on this page.', resolve: ({ edges }) => edges }),
      nodes: t.field({
        type: [node as 'Json'],
        description: 'The same without cursors.',
        resolve: ({ edges }) => edges.map((edge) => edge.node),
      }),
      totalCount: t.field({
        type: 'BigInt',
        description: 'How many the whole list has.',
        resolve: ({ totalCount }) => totalCount,
      }),
      pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: (page) => page }),
    }),
  }) as never
}

/** The size of a page. @throws a refusal `BAD_USER_INPUT` */
export const pageSize = (first: number | null | undefined): number => {
  const size = first ?? defaultPage
  if (size < 1 || size > largestPage) throw refusal('BAD_USER_INPUT', `not a page size: first is 1 to ${largestPage}`)
  return size
}

/** Arguments of a list that is read forwards. */
export const pageArguments = {
  first: { type: 'Int', required: false, description: 'How many, up to 100; 20 where nothing is said.' },
  after: { type: 'String', required: false, description: 'The cursor after which the page begins.' },
} as const
