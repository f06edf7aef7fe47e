import { readFile, stat } from 'node:fs/promises'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** The streams of an OLE container (MS-CFB), by name in any case. */
export type OleFile = { has: (name: string) => boolean; stream: (name: string) => Buffer }

/** Bytes of a container: the largest .xls that Excel writes has 65,536 rows. */
const mostBytes = 256 * 1024 * 1024
/** From this number on, sectors are marks: free, end of a chain, table, table of tables. */
const firstMark = 0xfffffffa
const entrySize = 128

const unreadable = () => new SheetUnreadable(sheetRefusals.SHEET_OLD_WORKBOOK)

/** The sectors of a chain, one behind the other; a chain that comes back to itself, or leads out of the file, is damage. */
const chainOf = (bytes: Buffer, sectorSize: number, base: number, next: (sector: number) => number, first: number) => {
  const parts: Buffer[] = []
  const most = Math.ceil(bytes.length / sectorSize)
  for (let sector = first; sector < firstMark; sector = next(sector)) {
    const at = base + sector * sectorSize
    if (parts.length > most || at >= bytes.length) throw unreadable()
    parts.push(bytes.subarray(at, at + sectorSize))
  }
  return Buffer.concat(parts)
}

/** The numbers of the sectors that hold the table of chains: 109 in the header, others in sectors of their own. */
const tableSectors = (bytes: Buffer, sectorSize: number): number[] => {
  const sectors = Array.from({ length: 109 }, (_, at) => bytes.readUInt32LE(76 + 4 * at))
  const most = Math.ceil(bytes.length / sectorSize)
  let at = bytes.readUInt32LE(68)
  for (let read = 0; at < firstMark; read++) {
    const start = (at + 1) * sectorSize
    if (read > most || start + sectorSize > bytes.length) throw unreadable()
    for (let one = 0; one < sectorSize / 4 - 1; one++) sectors.push(bytes.readUInt32LE(start + 4 * one))
    at = bytes.readUInt32LE(start + sectorSize - 4)
  }
  return sectors.filter((sector) => sector < firstMark)
}

const nextIn = (table: Buffer) => (sector: number) => {
  if (4 * sector + 4 > table.length) throw unreadable()
  return table.readUInt32LE(4 * sector)
}

const readOle = (bytes: Buffer): OleFile => {
  const sectorSize = 2 ** bytes.readUInt16LE(30)
  if (sectorSize !== 512 && sectorSize !== 4096) throw unreadable()
  const table = Buffer.concat(
    tableSectors(bytes, sectorSize).map((sector) =>
      bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize),
    ),
  )
  const chain = (first: number) => chainOf(bytes, sectorSize, sectorSize, nextIn(table), first)
  const directory = chain(bytes.readUInt32LE(48))
  const entries = new Map<string, { first: number; size: number; type: number }>()
  for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
    const type = directory[at + 66]!
    const length = directory.readUInt16LE(at + 64)
    if (type === 0 || length < 2 || length > 64) continue
    // Names are compared without case: some programs write WORKBOOK.
    const name = directory.toString('utf16le', at, at + length - 2).toLowerCase()
    if (!entries.has(name))
      entries.set(name, { type, first: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) })
  }
  const root = [...entries.values()].find(({ type }) => type === 5)
  const smallTable = chain(bytes.readUInt32LE(60))
  const small = root ? chain(root.first) : Buffer.alloc(0)
  return {
    has: (name) => entries.has(name.toLowerCase()),
    stream: (name) => {
      const { first, size } = entries.get(name.toLowerCase())!
      // Streams below 4096 bytes stand in sectors of 64 within the root's stream.
      const whole = size < bytes.readUInt32LE(56) ? chainOf(small, 64, 0, nextIn(smallTable), first) : chain(first)
      return whole.subarray(0, size)
    },
  }
}

/**
 * Opens an OLE container, and reads it whole.
 * @throws {SheetUnreadable} when it is damaged, or too large for what it may hold.
 */
export const openOle = async (file: string): Promise<OleFile> => {
  if ((await stat(file)).size > mostBytes) throw new SheetUnreadable(sheetRefusals.SHEET_TOO_LARGE)
  try {
    return readOle(await readFile(file))
  } catch (error) {
    if (error instanceof RangeError) throw unreadable()
    throw error
  }
}
