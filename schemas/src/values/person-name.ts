import { z } from 'zod'
import { unifiedLetters } from './name-letters.ts'

/** Why a text is no name of a person. */
export type NameFault =
  | 'NAME_BLANK'
  | 'NAME_NONE'
  | 'NAME_GARBLED'
  | 'NAME_MASKED'
  | 'NAME_BRACKETS'
  | 'NAME_DIGITS'
  | 'NAME_PARTS'
  | 'NAME_SIGNS'

/** What was changed to bring a name into its one spelling. */
export type NameChange = 'letters' | 'width' | 'dot' | 'spaces' | 'unseen'

/** A name in its one spelling with what was changed, or why it is none. */
export type NameRead = { name: string; changes: readonly NameChange[] } | { fault: NameFault }

/** Surnames of two characters. */
export const compoundSurnames: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 令狐 夏侯 轩辕 端木 南宫 独孤 百里 呼延 东郭 南门 申屠 公冶 濮阳 淳于 单于 太史 钟离 闻人 赫连 澹台 公羊 万俟 闾丘 仲孙 鲜于 拓跋 第五'.split(
    ' ',
  ),
)

const han = '\\p{Script=Han}'
/** A variation selector of the Ideographic Variation Database: the form that somebody's papers have. */
const ivs = '[\\u{E0100}-\\u{E01EF}]'
const unseen = new RegExp(
  `(?<!${han})${ivs}|(?!${ivs})(?![\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C])\\p{Default_Ignorable_Code_Point}`,
  'gu',
)
const wide = /[\uFF01-\uFF5E]/g
const spaces = /[\s\u2800]+/g
/** Signs that keyboards and programs have in the place of the dot of a name; a full stop only where it stands for one. */
const dots =
  /\s*[\u00B7\u2022\u2027\u2219\u22C5\u25E6\u25CF\u2981\u2E31\u30FB\uFF65\u3002\uFF61\u02D9\uFE52\u1427]+\s*/g
const fullStop = new RegExp(
  `(?<=${han}${ivs}?)\\s*\\.+\\s*(?=\\p{L})|(?<=\\p{L})\\s*\\.+\\s*(?=${han})|(?<=\\p{L}{2})\\.(?=\\p{L}{2})`,
  'gu',
)
const apostrophes = /(?<=\p{L})[\u2018\u2019\u02BC\u02B9\u0060\u00B4\u2032](?=\p{L})/gu
const hyphens = /(?<=[\p{L}&&\p{Script=Latin}])\s*[\u2010-\u2013\u2212\uFE63]\s*(?=[\p{L}&&\p{Script=Latin}])/gv
const betweenHan = new RegExp(`(?<=${han}${ivs}?) (?=${han})`, 'gu')
const spacedHan = new RegExp(`^(?:${han}${ivs}?)+(?: (?:${han}${ivs}?)+)+$`, 'u')

const none =
  /^(?:无|無|暂无|没有|空|空白|未知|不详|不明|待补|待补充|待查|待核实|待定|未填|未填写|同上|姓名|名字|null|none|nan|nil|n\/?a|undefined|unknown|\\n|-+)$/i
const lost = /[?？\uFFFD\u25A0-\u25A2\u25AD-\u25AF\u2B1A-\u2B1C\u3013\p{Co}\p{Cn}\p{Cs}]/u
const covered = /[*＊✱✲※#＃○◯〇●×✕╳]|(?<=\p{Script=Han})[Xx]{1,}$|^.{1,2}某+$/u
const brackets = /[()[\]{}<>（）【】〔〕〖〗「」『』《》〈〉＜＞﹙﹚⁅⁆⟨⟩\u2FF0-\u2FFF]/u
/** Letters with their marks; a dot, an apostrophe, a hyphen, a space or the full stop of an initial between them. */
const letters = new RegExp(
  `^\\p{L}[\\p{L}\\p{M}${ivs.slice(1, -1)}]*(?:(?:[·'\\-]|\\.? |\\.(?=\\p{L}))\\p{L}[\\p{L}\\p{M}${ivs.slice(1, -1)}]*)*(?:(?<=\\p{Script=Latin})\\.)?$`,
  'u',
)

/** Two to four characters of every day, as nearly all names are; none of them begins a word that stands for no name. */
const usual = /^[\u4E00-\u9FA5]{2,4}$/
const wordsOfNone = /[无無暂没空未不待同姓名某]/

/** Two or more parts of several characters: two persons, or a name whose dot has become a space. */
const isOfParts = (text: string): boolean => {
  if (!spacedHan.test(text)) return false
  const parts = text.split(' ').map((part) => [...part].filter((letter) => !/[\u{E0100}-\u{E01EF}]/u.test(letter)))
  const long = parts.filter((part) => part.length > 1).length
  return long > 1 && !(parts.length === 2 && compoundSurnames.has(parts[0]!.join('')) && parts[1]!.length <= 2)
}

const faultIn = (text: string): NameFault | undefined => {
  if (text === '') return 'NAME_BLANK'
  if (none.test(text)) return 'NAME_NONE'
  if (lost.test(text)) return 'NAME_GARBLED'
  if (brackets.test(text)) return 'NAME_BRACKETS'
  if (covered.test(text)) return 'NAME_MASKED'
  if (/\p{N}/u.test(text)) return 'NAME_DIGITS'
  if (isOfParts(text)) return 'NAME_PARTS'
  return letters.test(text) ? undefined : 'NAME_SIGNS'
}

/**
 * Reads the name of a person into its one spelling: composed letters of today's Unicode, Latin in half width, one middle dot
 * (U+00B7) between parts, no space between Han characters and single ones elsewhere, nothing that cannot be seen. A variation
 * selector that chooses the form of a Han character stays.
 */
export const readName = (written: string): NameRead => {
  if (usual.test(written) && !wordsOfNone.test(written)) return { name: written, changes: [] }
  const changes: NameChange[] = []
  let text = written
  const step = (changed: string, change: NameChange) => {
    if (changed !== text && !changes.includes(change)) changes.push(change)
    text = changed
  }
  step(text.replace(unseen, ''), 'unseen')
  step(
    text.replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)),
    'width',
  )
  step(unifiedLetters(text), 'letters')
  step(text.replace(spaces, ' ').trim(), 'spaces')
  if (text.includes('●●')) return { fault: 'NAME_MASKED' }
  step(text.replace(dots, '·').replace(fullStop, '·'), 'dot')
  step(text.replace(apostrophes, "'").replace(hyphens, '-'), 'letters')
  const fault = faultIn(text)
  if (fault) return { fault }
  step(text.replace(betweenHan, ''), 'spaces')
  return { name: text, changes }
}

/** A name as it is compared: its one spelling in small letters, whichever form of a character was chosen. */
export const comparedName = (written: string): string => {
  const read = readName(written)
  const name = 'fault' in read ? unifiedLetters(written).trim() : read.name
  return name.replaceAll(/[\u{E0100}-\u{E01EF}]/gu, '').toLowerCase()
}

/** Schemas of names of persons. */
const personNames = z.registry<{ personName: true }>()

/** The name of a person. What only needs another spelling is taken; the intake keeps it in its one spelling. */
export const personName = z
  .string()
  .min(1)
  .max(60)
  .check(({ value, issues }) => {
    const read = readName(value)
    if ('fault' in read)
      issues.push({ code: 'custom', input: '', message: 'this is no name of a person', params: { fault: read.fault } })
  })
  .register(personNames, { personName: true })

/** Whether a schema is that of a person's name, seen through `optional()`. */
export const isPersonName = (schema: z.ZodType): boolean =>
  personNames.has(schema) || (schema instanceof z.ZodOptional && isPersonName(schema.unwrap() as z.ZodType))
