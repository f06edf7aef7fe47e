import type { VeteranFile } from '@hub/file/file.ts'
import { hmacSha256 } from '@hub/schemas/format/keyed-hash.ts'
import { pinyin } from 'pinyin-pro'

/** The part of the hub's keys that search needs. */
export type SearchKey = { search: Uint8Array }

/** What a token says of a person. */
export type TokenKind = 'person' | 'name' | 'surname' | 'initials'

const compoundSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 令狐 夏侯 轩辕 端木 南宫 独孤'.split(' '),
)

/** The surname of a Chinese name. */
export const surnameOf = (name: string): string =>
  compoundSurnames.has(name.slice(0, 2)) && [...name].length > 2 ? name.slice(0, 2) : ([...name][0] ?? '')

/** Initials of a name's pinyin, lower case: `zzq`. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join('').toLowerCase()

/** A token: equal for equal texts, and saying nothing without the key. */
export const tokenOf = ({ search }: SearchKey, kind: TokenKind, text: string): string =>
  Buffer.from(hmacSha256(search, `${kind}:${text.trim().toLowerCase()}`), 'hex')
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
const tokensOfName = (key: SearchKey, name: string): string[] => {
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
