import { type NumberFormat, showsTime } from './number-format.ts'
import { clockOf, numberCell, type WorkbookCell } from './workbook-cell.ts'
import { grown } from './xml-events.ts'

type Attributes = Readonly<Record<string, string>>

/** Spaces that one element of a text may stand for. */
const mostSpaces = 1024

/** Gathers the text of a cell: its paragraphs, one a line, without notes, pictures and how it is pronounced. */
export const odsTextReader = () => {
  let text = ''
  let paragraphs = 0
  let depth = 0
  return {
    open: (name: string, attributes: Attributes) => {
      if (name === 'p') {
        if (paragraphs++ > 0) text = grown(text, '\n')
        depth++
      } else if (depth === 0) return
      else if (name === 's') text = grown(text, ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1), mostSpaces)))
      else if (name === 'tab') text = grown(text, '\t')
      else if (name === 'line-break') text = grown(text, '\n')
    },
    text: (piece: string) => {
      // Line ends are those of the file's layout; the others have elements of their own, as spaces should have.
      if (depth > 0) text = grown(text, piece.replaceAll(/\s*[\r\n]\s*/g, ' '))
    },
    close: (name: string) => {
      if (name === 'p') depth--
    },
    /** The text so far; the next begins. */
    take: () => {
      const whole = text
      text = ''
      paragraphs = 0
      return whole
    },
  }
}

/** An instant of a file as a cell: the day, and the time of day if there is one. */
const dayCell = (value: string, format: NumberFormat): WorkbookCell => {
  const [, day, clock = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(value) ?? []
  if (day === undefined) return { text: value, type: 'error' }
  if (format === 'month' && day.endsWith('-01')) return { text: day.slice(0, 7), type: 'day' }
  return { text: clock === '' || clock === '00:00:00' ? day : `${day} ${clock}`, type: 'day' }
}

/** A duration (PT09H30M00S) as a clock shows it. */
const timeCell = (value: string): WorkbookCell => {
  const [, hours, minutes = '0', seconds = '0'] = /^PT(\d+)H(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value) ?? []
  if (hours === undefined) return { text: value, type: 'error' }
  return { text: clockOf(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)), type: 'time' }
}

/** A cell of an OpenDocument sheet, by its type; `text` is what its paragraphs say. Undefined for an empty one. */
export const odsCell = (attributes: Attributes, text: string, format: NumberFormat): WorkbookCell | undefined => {
  const value = attributes['office:value'] ?? ''
  if (attributes['calcext:value-type'] === 'error') return { text: text === '' ? '#VALUE!' : text, type: 'error' }
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return numberCell(value, showsTime(format) ? 'number' : format, '1900')
    case 'percentage':
      return numberCell(value, 'scaled', '1900')
    case 'date':
      return dayCell(attributes['office:date-value'] ?? '', format)
    case 'time':
      return timeCell(attributes['office:time-value'] ?? '')
    case 'boolean':
      return { text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE', type: 'boolean' }
    case 'string':
      return { text: attributes['office:string-value'] ?? text }
    default:
      // A formula that was never worked out has no value that anybody has seen.
      if (text === '') return attributes['table:formula'] === undefined ? undefined : { text: '#CALC!', type: 'error' }
      return { text }
  }
}
