/** A number of a service's `/metrics`: the sum over labels of the lines that begin so; NaN where there is none. */
export const serviceMetric = async (url: string, start: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(5_000) })).text()
  const lines = text.split('\n').filter((line) => line.startsWith(start))
  return lines.length === 0 ? Number.NaN : lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
