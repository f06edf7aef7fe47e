import { posix } from 'node:path'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { DaySystem } from './workbook-cell.ts'
import { grown, readXml } from './xml-events.ts'
import type { ZipParts } from './zip-parts.ts'

/** A sheet of a workbook. */
export type WorkbookSheet = { name: string; hidden: boolean; part: string }

/** What a workbook says of its sheets; the rows stand in parts of their own. */
export type Workbook = {
  sheets: readonly WorkbookSheet[]
  daySystem: DaySystem
  sharedStrings: readonly string[]
  /** The number formats of cells, by the number of their style. */
  formats: readonly NumberFormat[]
}

/** Characters of all shared strings together: those of the largest sheet that is read, twice over; and how many there are. */
const mostCharacters = 64 * 1024 * 1024
const mostStrings = 8 * 1024 * 1024
/** Styles, formats, sheets and relations of a workbook: Excel stops at 65,490 styles. */
export const mostNamed = 100_000

/** Adds to what a workbook names. @throws {SheetUnreadable} where that is more than one can have. */
export const addNamed = <T>(named: T[], one: T): void => {
  if (named.push(one) > mostNamed) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
}

/** Gathers the strings that sheets share. @throws {SheetUnreadable} where they are more than a sheet of that size holds. */
export const sharedStringList = () => {
  const strings: string[] = []
  let characters = 0
  return {
    strings,
    add: (text: string) => {
      characters += text.length
      if (characters > mostCharacters || strings.push(text) > mostStrings)
        throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
    },
  }
}

/** What a part of a workbook refers to. */
export type Relation = { id: string; type: string; target: string }

/** The relations of a part, with the names of the parts that they lead to. */
export const relationsOf = async (zip: ZipParts, part: string): Promise<readonly Relation[]> => {
  const path = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  if (!zip.has(path)) return []
  const relations: Relation[] = []
  await readXml(zip.text(path), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target)
      addNamed(relations, { id: Id, type: posix.basename(Type), target })
    },
  })
  return relations
}

/** The part that a zip names as its document: `xl/workbook.xml` of a workbook; undefined where it names none. */
export const documentPart = async (zip: ZipParts): Promise<string | undefined> => {
  const named = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.target
  return named !== undefined && zip.has(named) ? named : undefined
}

/** `_x000D_` stands for a character that XML has not. */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** Gathers the text of a shared or inline string: of all its runs, without how it is pronounced. */
export const stringReader = () => {
  let text = ''
  let inText = false
  let phonetic = 0
  return {
    open: (name: string) => {
      if (name === 't') inText = true
      else if (name === 'rPh') phonetic++
    },
    text: (piece: string) => {
      if (inText && phonetic === 0) text = grown(text, piece)
    },
    close: (name: string) => {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic--
    },
    /** The text so far; the next begins. */
    take: () => {
      const whole = unescaped(text)
      text = ''
      return whole
    },
  }
}

const sharedStringsOf = async (zip: ZipParts, part: string | undefined): Promise<readonly string[]> => {
  if (part === undefined || !zip.has(part)) return []
  const { strings, add } = sharedStringList()
  const reader = stringReader()
  await readXml(zip.text(part), {
    ...reader,
    close: (name) => {
      reader.close(name)
      if (name === 'si') add(reader.take())
    },
  })
  return strings
}

const formatsOf = async (zip: ZipParts, part: string | undefined): Promise<readonly NumberFormat[]> => {
  if (part === undefined || !zip.has(part)) return []
  const codes: (string | undefined)[] = []
  const formats: NumberFormat[] = []
  let inCells = false
  await readXml(zip.text(part), {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId ?? 0)
      if (name === 'numFmt' && id < mostNamed) codes[id] = formatCode ?? ''
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) addNamed(formats, numberFormat(id, codes[id]))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

const yes = (value: string | undefined) => value === '1' || value === 'true'

/**
 * Reads what a workbook says of its sheets, and the strings that they share.
 * @throws {SheetUnreadable}
 */
export const readWorkbook = async (zip: ZipParts, part: string): Promise<Workbook> => {
  const relations = await relationsOf(zip, part)
  const sheets: WorkbookSheet[] = []
  let daySystem: DaySystem = '1900'
  await readXml(zip.text(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr' && yes(attributes.date1904)) daySystem = '1904'
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1]
      const relation = relations.find((one) => one.id === id)
      // Sheets of charts and dialogs have no rows.
      if (relation?.type !== 'worksheet') return
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      addNamed(sheets, { name: attributes.name ?? '', hidden, part: relation.target })
    },
  })
  const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target
  return {
    sheets,
    daySystem,
    sharedStrings: await sharedStringsOf(zip, targetOf('sharedStrings')),
    formats: await formatsOf(zip, targetOf('styles')),
  }
}
