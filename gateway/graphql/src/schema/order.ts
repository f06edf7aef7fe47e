import { builder } from './builder.ts'

/** Which way a list runs. */
export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way a list runs.',
  values: {
    ASC: { value: 'ASC', description: 'The first, the smallest or the earliest first.' },
    DESC: { value: 'DESC', description: 'The last, the greatest or the latest first.' },
  } as const,
})

/** Most parts of an order. */
export const mostOrders = 4
