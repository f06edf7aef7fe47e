import { describe, expect, it } from 'vitest'
import { clockDays, readSteps } from './clock.ts'

const stop = (reason: string, day: string) => ({ turn: 'stop', reason, day }) as const
const start = (reason: string, day: string) => ({ turn: 'start', reason, day }) as const

describe('the clock of a case', () => {
  it('runs from the day after acceptance up to and with the decision', () => {
    expect(clockDays('2025-09-29', '2025-10-17', [])).toBe(9)
    expect(clockDays('2025-09-29', '2025-09-29', [])).toBe(0)
  })

  it('stands from the day after it was stopped up to and with the day on which it is started again', () => {
    expect(clockDays('2025-03-03', '2025-03-17', [stop('公示', '2025-03-04'), start('公示', '2025-03-13')])).toBe(3)
  })

  it('leaves a day out once that stands for two reasons', () => {
    const both = [
      stop('公示', '2025-03-04'),
      stop('函询', '2025-03-06'),
      start('公示', '2025-03-10'),
      start('函询', '2025-03-13'),
    ]
    expect(clockDays('2025-03-03', '2025-03-17', both)).toBe(3)
  })

  it('stands to the decision where nobody started it, and never before the acceptance', () => {
    expect(clockDays('2025-03-03', '2025-03-17', [stop('鉴定', '2025-03-05')])).toBe(2)
    expect(clockDays('2025-03-03', '2025-03-05', [stop('补正', '2025-02-20'), start('补正', '2025-03-04')])).toBe(1)
  })

  it('can be stopped twice for one reason', () => {
    const twice = [
      stop('补正', '2025-03-04'),
      start('补正', '2025-03-05'),
      stop('补正', '2025-03-06'),
      start('补正', '2025-03-07'),
    ]
    expect(clockDays('2025-03-03', '2025-03-10', twice)).toBe(3)
  })

  it('is not known where a calendar is not published yet', () => {
    expect(clockDays('2026-12-28', '2027-01-08', [])).toBe(null)
  })

  it('reads its steps as the database gives them', () => {
    expect(readSteps('[["stop","公示","2025-03-04"]]')).toEqual([stop('公示', '2025-03-04')])
  })
})
