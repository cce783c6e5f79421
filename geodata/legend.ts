/** Legends for the values of a layer: a ramp for numbers, hues that stay apart for kinds. */
import type { LegendEntry } from '#contract/catalogue.ts'
import { kindColour, longestLegend, rampOf } from './palette.ts'

/** A number with its unit: "45,5 dB". */
export function numberOf(value: string): { number: number; unit: string } | undefined {
  const [, digits, unit = ''] = /^(-?\d+(?:[.,]\d+)?)(?:\s+(\D.*))?$/.exec(value.trim()) ?? []
  return digits === undefined ? undefined : { number: Number(digits.replace(',', '.')), unit }
}

/**
 * Nothing for fewer than two values, or for more kinds than colours.
 * @param order `rising`: the values come in their order, low to high, and get a ramp
 */
export function legendFor(values: readonly string[], order?: 'rising'): LegendEntry[] {
  const kinds = [...new Set(values)]
  if (kinds.length < 2) return []
  const numbers = kinds.map(numberOf)
  const [first] = numbers
  const numeric = first !== undefined && numbers.every((number) => number?.unit === first.unit)
  if (order === 'rising' || numeric) {
    const sorted = order ? kinds : kinds.toSorted((a, b) => (numberOf(a)?.number ?? 0) - (numberOf(b)?.number ?? 0))
    const ramp = rampOf(sorted.length)
    return sorted.map((value, index) => ({ value, label: value, colour: ramp[index] ?? '' }))
  }
  if (kinds.length > longestLegend) return []
  return kinds
    .sort((a, b) => a.localeCompare(b, 'nl'))
    .map((value, index) => ({ value, label: value, colour: kindColour(index) }))
}
