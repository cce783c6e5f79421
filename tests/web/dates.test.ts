import { describe, expect, test } from 'vitest'
import { periodText } from '#web/consultation/period.ts'
import { daysBetween, formatDay, formatMoment, formatMomentShort, formatNumber, today } from '#web/text/dates.ts'
import { setLanguage } from '#web/text/index.ts'

describe('dates', () => {
  test('a moment is the day it was in the Netherlands', () => {
    expect(formatMoment('2026-11-24T22:59:00Z', 'nl')).toBe('24 november 2026')
    expect(formatMoment('2026-11-24T23:01:00Z', 'nl')).toBe('25 november 2026')
    expect(formatMoment('2026-07-01T22:01:00Z', 'en')).toBe('2 July 2026')
    expect(formatMomentShort('2026-11-24T12:00:00Z', 'nl')).toBe('24 nov 2026')
  })

  test('a day stays that day, whatever the time zone', () => {
    expect(formatDay('2026-12-15', 'nl')).toBe('15 december 2026')
  })

  test('today is counted in the Netherlands', () => {
    expect(today(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25')
  })

  test('days between, also over the change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-12-15', '2026-12-14')).toBe(-1)
  })

  test('numbers in thousands', () => {
    expect(formatNumber(12345, 'nl')).toBe('12.345')
    expect(formatNumber(12345, 'en')).toBe('12,345')
  })
})

describe('the period in words', () => {
  const period = { start: '2026-10-01', end: '2026-12-15' }
  test.each([
    ['2026-09-30T10:00:00Z', 'Meedoen kan vanaf 1 oktober 2026'],
    ['2026-10-01T10:00:00Z', 'Meedoen kan tot en met 15 december 2026'],
    ['2026-11-24T10:00:00Z', 'Meedoen kan tot en met 15 december 2026 (nog 21 dagen)'],
    ['2026-12-14T10:00:00Z', 'Meedoen kan tot en met 15 december 2026 (nog 1 dag)'],
    ['2026-12-15T22:30:00Z', 'Vandaag is de laatste dag om mee te doen'],
    ['2026-12-15T23:30:00Z', 'Meedoen kon tot en met 15 december 2026'],
  ])('%s', (now, expected) => {
    setLanguage('nl')
    expect(periodText(period, new Date(now))).toBe(expected)
  })
})
