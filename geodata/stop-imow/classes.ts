/** Values of zones, many numbers gathered into classes that a legend can tell apart. */
import type { LegendEntry } from '#contract/catalogue.ts'
import type { SourceZone } from '../importer.ts'
import { legendFor, numberOf } from '../legend.ts'

/** Different numbers that still get a colour each. */
const most = 9
const classes = 7

/** @returns the zones with the value that the legend has for them; one in a class keeps its own value in its title and as property `waarde` */
export function classed(zones: readonly SourceZone[]): { zones: readonly SourceZone[]; legend: LegendEntry[] } {
  const values = [...new Set(zones.flatMap(({ value }) => value ?? []))]
  const numbers = values.flatMap((value) => numberOf(value) ?? [])
  const unit = numbers[0]?.unit
  if (numbers.length <= most || numbers.length < values.length || numbers.some((number) => number.unit !== unit))
    return { zones, legend: legendFor(values) }
  const sorted = numbers.map(({ number }) => number).sort((a, b) => a - b)
  // As many different values in each class, so that a few large ones do not leave the rest in one colour.
  const starts = [
    ...new Set(Array.from({ length: classes }, (_, index) => sorted[Math.floor((index * sorted.length) / classes)] ?? 0)),
  ]
  const label = (index: number) => {
    const [from, to] = [starts[index] ?? 0, index + 1 < starts.length ? (starts[index + 1] ?? 0) : (sorted.at(-1) ?? 0)]
    return `${dutch(from)} tot ${index + 1 < starts.length ? '' : 'en met '}${dutch(to)}${unit ? ` ${unit}` : ''}`
  }
  const labelOf = (value: string) => label(starts.findLastIndex((start) => start <= (numberOf(value)?.number ?? 0)))
  return {
    zones: zones.map((zone) =>
      zone.value === undefined
        ? zone
        : {
            ...zone,
            value: labelOf(zone.value),
            title: `${zone.title} (${zone.value})`,
            properties: { ...zone.properties, waarde: zone.value },
          },
    ),
    legend: legendFor(
      starts.map((_, index) => label(index)),
      'rising',
    ),
  }
}

function dutch(number: number): string {
  return String(number).replace('.', ',')
}
