/** A decimal number whose point is moved by so many places to the right; exact, for no digit is computed. */
export const withPointMoved = (whole: string, fraction: string, places: number): string => {
  const digits = whole + fraction
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  return `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0*$/, '').replace(/^0+(?=\d)/, '')
}
