import { z } from 'zod'
import { numberOf } from '../open-field.ts'

/** The number of a payment order. */
export const orderId = numberOf('order', z.string().min(1).max(80))

/** The reference that the bank gives each payment and each attempt. */
export const bankRef = numberOf('bankReference', z.string().min(1).max(80))

/** What stands for an account; its number stays at the bank. */
export const accountToken = numberOf('account', z.string().min(1).max(80))
