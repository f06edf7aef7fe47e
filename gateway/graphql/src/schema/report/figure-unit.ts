import type { Unit } from '@hub/reading/report/figure.ts'
import { builder } from '../builder.ts'

const units = {
  number: 'A number of things.',
  persons: 'A number of people.',
  times: 'How often.',
  money: 'Money, in fen.',
  percent: 'A share; 1 is the whole.',
  households: 'A number of households.',
  hours: 'Hours.',
  days: 'Days.',
  workingDays: 'Working days.',
} as const satisfies Record<Unit, string>

export const UnitView = builder.enumType('FigureUnit', {
  description: 'What a figure counts.',
  values: Object.fromEntries(
    Object.entries(units).map(([unit, description]) => [
      unit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      { value: unit, description },
    ]),
  ) as Record<string, { value: Unit; description: string }>,
})
