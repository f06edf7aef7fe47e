import type { CellKind, CellRead } from './cell.ts'

const likeCitizenNumber = /^\s*\d[\d\s-]{13,19}[\dXx]\s*$/

/** The number of an identity document of any kind: read as a citizen number where it looks like one, else as it is. */
export const readDocumentNumber = (text: string, readAs: (kind: CellKind) => CellRead): CellRead => {
  if (!likeCitizenNumber.test(text)) return readAs('number')
  const citizen = readAs('citizenNumber')
  return 'fault' in citizen && citizen.fault === 'CELL_OLD_NUMBER' ? readAs('number') : citizen
}
