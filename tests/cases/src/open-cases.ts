/** Cases that do not come out right yet. */
export const openCases: ReadonlySet<string> = new Set([
  'enc-utf8-pua-old.csv',
  'name-dot-2022.csv',
  'name-dot-ff0e.csv',
  'name-dot-2e.csv',
  'name-dot-22c5.csv',
  'name-space.csv',
  'name-space-half.csv',
  'name-fullwidth-latin.csv',
  'name-note-in-brackets.csv',
  'name-question-mark.csv',
  'name-ids-spelling.csv',
  'enc-utf8-nfd.csv',
])
