/** What a measurement is, and how a list of them is printed. */
export interface Measurement {
  readonly what: string
  readonly measured: number
  readonly unit: string
  /** Of the design, section 9; absent where it sets none. */
  readonly budget?: number
}

export function print(title: string, measurements: readonly Measurement[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...measurements.map(({ what }) => what.length))
  for (const { what, measured, unit, budget } of measurements) {
    const value = `${measured >= 100 ? measured.toFixed(0) : Number(measured.toFixed(2))} ${unit}`
    const against =
      budget === undefined
        ? ''
        : `  of ${String(budget).padStart(4)}  ${budget === 0 ? '' : (measured / budget).toFixed(2)}${measured > budget ? '  OVER' : ''}`
    console.log(`  ${what.padEnd(width)}  ${value.padStart(16)}${against}`)
  }
}

/** Middle of the sorted values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds that each of `times` runs took. */
export async function timed(times: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < times; run++) {
    const started = performance.now()
    await work(run)
    taken.push(performance.now() - started)
  }
  return taken
}

/** Against a bare read of one item in the same run: median against median, and the slowest hundredth likewise. */
export function ratios(what: string, times: readonly number[], bare: readonly number[]): Measurement[] {
  return [
    { what: `${what}: p50`, measured: median(times) / median(bare), unit: '× one GetItem' },
    { what: `${what}: p99`, measured: slowest(times) / slowest(bare), unit: '× one GetItem' },
  ]
}

/** The slowest hundredth: what 99 of 100 stay below. */
function slowest(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN
}
