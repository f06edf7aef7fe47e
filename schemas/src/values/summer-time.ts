/**
 * The summers in which China's clocks stood at UTC+9: from the first instant up to, and without, the second. The time
 * zone database's Asia/Shanghai; those before 1949 are Shanghai's own. What other software calls a day of
 * Asia/Shanghai is then the same day here, whatever the zone of the machine.
 */
const summers: readonly (readonly [from: number, to: number])[] = (
  [
    ['1919-04-12T16:00Z', '1919-09-30T15:00Z'],
    ['1940-05-31T16:00Z', '1940-10-12T15:00Z'],
    ['1941-03-14T16:00Z', '1941-11-01T15:00Z'],
    ['1942-01-30T16:00Z', '1945-09-01T15:00Z'],
    ['1946-05-14T16:00Z', '1946-09-30T15:00Z'],
    ['1947-04-14T16:00Z', '1947-10-31T15:00Z'],
    ['1948-04-30T16:00Z', '1948-09-30T15:00Z'],
    ['1949-04-30T16:00Z', '1949-05-27T15:00Z'],
    ['1986-05-03T18:00Z', '1986-09-13T17:00Z'],
    ['1987-04-11T18:00Z', '1987-09-12T17:00Z'],
    ['1988-04-16T18:00Z', '1988-09-10T17:00Z'],
    ['1989-04-15T18:00Z', '1989-09-16T17:00Z'],
    ['1990-04-14T18:00Z', '1990-09-15T17:00Z'],
    ['1991-04-13T18:00Z', '1991-09-14T17:00Z'],
  ] as const
).map(([from, to]) => [Date.parse(from), Date.parse(to)])

const lastSummerEnds = summers.at(-1)![1]

/** Whether China's clocks stood at summer time (UTC+9) at an instant in ms. */
export const isSummerTime = (at: number): boolean =>
  at < lastSummerEnds && summers.some(([from, to]) => at >= from && at < to)
