import type { VeteranFile } from '@hub/file/file.ts'
import { hmacSha256 } from '@hub/schemas/format/keyed-hash.ts'
import { comparedName, compoundSurnames } from '@hub/schemas/values/person-name.ts'
import { pinyin } from 'pinyin-pro'

/** The part of the hub's keys that search needs. */
export type SearchKey = { search: Uint8Array }

/** What a token says of a person. */
export type TokenKind = 'person' | 'name' | 'surname' | 'initials'

/** The surname of a Chinese name. */
export const surnameOf = (name: string): string =>
  compoundSurnames.has(name.slice(0, 2)) && [...name].length > 2 ? name.slice(0, 2) : ([...name][0] ?? '')

/** Initials of a name's pinyin, lower case: `zzq`. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
    .join('')
    .toLowerCase()
    .replaceAll(/[\s·.'-]/g, '')

/** What is searched by, as it is compared: however dots, spaces, width and letters were typed. */
const comparedAs = (kind: TokenKind, text: string): string => {
  if (kind === 'name' || kind === 'surname') return comparedName(text)
  const plain = text.normalize('NFKC').trim().toLowerCase()
  return kind === 'initials' ? plain.replaceAll(/[\s·.'-]/g, '') : plain
}

/** A token: equal for equal texts, and saying nothing without the key. */
export const tokenOf = ({ search }: SearchKey, kind: TokenKind, text: string): string =>
  Buffer.from(hmacSha256(search, `${kind}:${comparedAs(kind, text)}`), 'hex')
    .toString('base64url')
    .slice(0, 22)

const most = 20_000
const shared = new WeakMap<Uint8Array, Map<string, string>>()

/** A token that many persons have: surnames and beginnings of initials are few, so it is worked out once. */
const sharedToken = (key: SearchKey, kind: TokenKind, text: string): string => {
  const known = shared.get(key.search) ?? new Map<string, string>()
  shared.set(key.search, known)
  const token = known.get(`${kind}:${text}`) ?? tokenOf(key, kind, text)
  if (known.size < most) known.set(`${kind}:${text}`, token)
  return token
}

/** The tokens of a name: whole, surname, every beginning of its initials. */
const tokensOfName = (key: SearchKey, written: string): string[] => {
  const name = comparedName(written)
  const initials = initialsOf(name)
  return [
    tokenOf(key, 'name', name),
    sharedToken(key, 'surname', surnameOf(name)),
    ...Array.from(initials, (_, index) => sharedToken(key, 'initials', initials.slice(0, index + 1))),
  ]
}

/** Every name that a department still says. */
export const namesOf = ({ identity }: VeteranFile): string[] =>
  identity.name ? [identity.name.value, ...identity.name.alternatives.map(({ value }) => value)] : []

/** By what a person is found. */
export const tokensOfFile = (key: SearchKey, file: VeteranFile): string[] => [
  ...new Set([tokenOf(key, 'person', file.personId), ...namesOf(file).flatMap((name) => tokensOfName(key, name))]),
]
