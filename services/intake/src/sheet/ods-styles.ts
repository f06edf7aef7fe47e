import type { NumberFormat } from './number-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import { mostNamed } from './workbook-parts.ts'

/** The styles of an OpenDocument sheet: what cells with them show, and which sheets are hidden. */
export type OdsStyles = { formatOf: (style: string | undefined) => NumberFormat; isHidden: (style: string) => boolean }

type Style = { parent: string | undefined; format: string | undefined }

type Shown = {
  parts: Set<string>
  digits: number
  decimals: number
  scaled: boolean
  /** The format of numbers from zero on, where another one stands for the rest. */
  fromZero: string | undefined
}

/** Most styles that one refers to by its parents. */
const mostParents = 20
/** Parts of a format that are told apart. */
const mostParts = 50

const formatShown = (kind: string, { parts, digits, decimals, scaled }: Shown): NumberFormat => {
  if (kind === 'date-style') return parts.has('year') && parts.has('month') && !parts.has('day') ? 'month' : 'day'
  if (kind === 'time-style') return 'time'
  if (kind === 'percentage-style' || scaled) return 'scaled'
  const isBare = parts.size === 1 && parts.has('number') && decimals === 0
  return kind === 'number-style' && isBare && digits > 1 ? { digits } : 'number'
}

const kinds = [
  'number-style',
  'currency-style',
  'percentage-style',
  'date-style',
  'time-style',
  'boolean-style',
  'text-style',
]

/** Gathers styles from the XML that is told to it: of `styles.xml`, and those that stand before the sheets. */
export const odsStyleReader = () => {
  const styles = new Map<string, Style>()
  const formats = new Map<string, NumberFormat>()
  const hidden = new Set<string>()
  let tableStyle: string | undefined
  let current: (Shown & { kind: string; name: string }) | undefined
  let inText = false

  const listener = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (styles.size + formats.size + hidden.size > mostNamed) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
      if (name === 'style') {
        const { 'style:name': own = '', 'style:family': family } = attributes
        tableStyle = family === 'table' ? own : undefined
        if (family === 'table-cell')
          styles.set(own, {
            parent: attributes['style:parent-style-name'],
            format: attributes['style:data-style-name'],
          })
      } else if (name === 'table-properties') {
        if (tableStyle !== undefined && attributes['table:display'] === 'false') hidden.add(tableStyle)
      } else if (kinds.includes(name)) {
        const shown = { parts: new Set<string>(), digits: 0, decimals: 0, scaled: false, fromZero: undefined }
        current = { kind: name, name: attributes['style:name'] ?? '', ...shown }
      } else if (current) {
        if (name === 'map') current.fromZero ??= attributes['style:apply-style-name']
        else if (name !== 'text-properties' && current.parts.size < mostParts) current.parts.add(name)
        inText = name === 'text'
        if (name === 'number') {
          current.digits = Number(attributes['number:min-integer-digits'] ?? 0)
          current.decimals = Number(attributes['number:decimal-places'] ?? 0)
          if (Number(attributes['number:display-factor'] ?? 1) !== 1) current.scaled = true
        }
        // 0!.0, puts a point among the digits: 万.
        if (name === 'embedded-text') current.scaled = true
      }
    },
    text: (piece: string) => {
      if (current && inText && /[%‰]/.test(piece)) current.scaled = true
    },
    close: (name: string) => {
      if (name === 'text') inText = false
      if (current?.kind !== name) return
      formats.set(current.name, formats.get(current.fromZero ?? '') ?? formatShown(name, current))
      current = undefined
    },
  }
  const formatOf = (style: string | undefined): NumberFormat => {
    let name = style
    for (let step = 0; name !== undefined && step < mostParents; step++) {
      const found = styles.get(name)
      if (found?.format !== undefined) return formats.get(found.format) ?? 'number'
      name = found?.parent
    }
    return 'number'
  }
  return { listener, styles: { formatOf, isHidden: (style: string) => hidden.has(style) } satisfies OdsStyles }
}
