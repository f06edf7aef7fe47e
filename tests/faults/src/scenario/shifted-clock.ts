/**
 * Loaded before a service (`--import`): its clock differs from the others' by CLOCK_SHIFT_MS. The service does not know.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const Original = Date

class ShiftedDate extends Original {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Original.now() + shift)
    else super(...(given as [number]))
  }
  static override now = () => Original.now() + shift
}

if (shift !== 0) globalThis.Date = ShiftedDate as DateConstructor
