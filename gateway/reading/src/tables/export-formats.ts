import { csvOf } from './csv.ts'
import type { ExportTable, Tally } from './export-table.ts'
import { xlsxOf } from './xlsx.ts'

/** The formats in which a table is taken away. */
export const exportFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
} as const satisfies Record<
  string,
  {
    mediaType: string
    write: (table: ExportTable, onTally?: (tally: Tally) => void) => AsyncGenerator<string | Uint8Array>
  }
>

export type ExportFormat = keyof typeof exportFormats

export const isExportFormat = (text: string): text is ExportFormat => text in exportFormats
