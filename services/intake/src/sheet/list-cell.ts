import type { CellRead, CellValue } from './cell.ts'
import type { Step } from './clean-cell.ts'

/** What stands between the members of a list, the strongest first: texts may hold the weaker ones. */
const separators = [/\r?\n/, /[|｜]/, /[;；]/, /、/]
const anySeparator = /[\r\n|｜;；、,，]+/

const membersOf = (text: string, texts: boolean): string[] => {
  const separator = texts ? (separators.find((each) => each.test(text)) ?? /(?!)/) : anySeparator
  return text.split(separator).flatMap((member) => (member.trim() === '' ? [] : [member.trim()]))
}

/**
 * A list in one cell. Codes and numbers stand between 、 ， ； | or line breaks. Texts may have commas: between them
 * stands the strongest of line break, |, ；, 、 that the cell has, so that 「体检、义诊；」 is one text and 「体检、义诊」 are two.
 */
export const readList = (
  { text, repairs }: Step,
  texts: boolean,
  readMember: (member: string) => CellRead,
): CellRead => {
  const values: CellValue[] = []
  const told = new Set(repairs)
  for (const member of membersOf(text, texts)) {
    const cell = readMember(member)
    if ('fault' in cell) return cell
    if (cell.value === undefined) continue
    values.push(cell.value)
    for (const repair of cell.repairs) told.add(repair)
  }
  return { value: values.length > 0 ? values : undefined, repairs: [...told] }
}

/** A list as one cell that reads back the same; undefined where its members can't be told apart in one. */
export const writtenList = (members: readonly string[], texts: boolean): string | undefined => {
  if (members.some((member) => member !== member.trim() || member === '')) return undefined
  for (const [separator, joint] of [
    ['、', '、'],
    ['；', '；'],
    ['|', '|'],
  ] as const) {
    // Behind a single text that holds a weaker separator stands a stronger one.
    for (const end of ['', separator]) {
      const text = members.join(joint) + end
      const back = membersOf(text, texts)
      if (back.length === members.length && back.every((member, at) => member === members[at])) return text
    }
  }
  return undefined
}
