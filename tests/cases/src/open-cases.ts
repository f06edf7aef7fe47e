/** Cases that do not come out right yet. */
export const openCases: ReadonlySet<string> = new Set([])
