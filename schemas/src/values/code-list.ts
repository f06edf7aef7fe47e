import { z } from 'zod'
import { type Code, valueKinds } from './value-kinds.ts'

/** A code as it is declared: its English label, or more; without `zh` the code is its own Chinese label. */
type DeclaredCode = string | ({ en: string; zh?: string } & Omit<Code, 'zh' | 'en'>)

const codeOf = (code: string, declared: DeclaredCode): Code =>
  typeof declared === 'string' ? { zh: code, en: declared } : { zh: code, ...declared }

/**
 * A code list: the codes are the officials' Chinese words, the labels their English. `standard` names the list that it
 * follows, e.g. `GB/T 4761-2008`. A withdrawn code is read for ever and refused for new facts.
 * @example const sex = codeList('sex', { 男: { en: 'male', sign: '1' }, 女: { en: 'female', sign: '2' } }, 'GB/T 2261.1-2003')
 */
export const codeList = <const Codes extends Record<string, DeclaredCode>>(
  list: string,
  declared: Codes,
  standard?: string,
) => {
  const codes = Object.fromEntries(Object.entries(declared).map(([code, one]) => [code, codeOf(code, one)]))
  return z
    .enum(Object.keys(declared) as [keyof Codes & string, ...(keyof Codes & string)[]])
    .register(valueKinds, { kind: 'code', list, codes, ...(standard === undefined ? {} : { standard }) })
}
