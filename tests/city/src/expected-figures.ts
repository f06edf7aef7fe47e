/** What the sample city has played: the figures that the work report has to give, by key. */
export const expectedFigures: Readonly<Record<string, number>> = {}
