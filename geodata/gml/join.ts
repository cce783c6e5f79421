/** Curves one behind another as one line, each turned round where only its end fits. */
import { widestGap } from './curve.ts'

/** Degrees that are about as wide as `widestGap` is in metres. */
const widestGapInDegrees = 5e-7

/** @param parts x0, y0, x1, y1, … each. @returns one such list, or what is wrong */
export function joined(parts: readonly number[][], projected: boolean): readonly number[] | string {
  const [first, second] = parts
  if (!first || !second) return first ?? []
  const gap = projected ? widestGap : widestGapInDegrees
  const start = turned(first, second, gap) ? backwards(first) : first
  const line = [...start]
  for (const part of parts.slice(1)) {
    const fits = apart(line, -2, part, 0)
    const fitsBackwards = apart(line, -2, part, -2)
    if (Math.min(fits, fitsBackwards) > gap) return `curves ${fits.toPrecision(3)} ${projected ? 'm' : 'degrees'} apart`
    const next = fits <= fitsBackwards ? part : backwards(part)
    for (let at = 2; at < next.length; at++) line.push(next[at] ?? Number.NaN)
  }
  return line
}

/** Does the next part touch the start of the first, and not its end? */
function turned(first: readonly number[], second: readonly number[], gap: number): boolean {
  const ahead = Math.min(apart(first, -2, second, 0), apart(first, -2, second, -2))
  return ahead > gap && Math.min(apart(first, 0, second, 0), apart(first, 0, second, -2)) <= gap
}

function apart(one: readonly number[], from: number, other: readonly number[], to: number): number {
  const x = (list: readonly number[], at: number) => list.at(at) ?? Number.NaN
  return Math.hypot(x(one, from) - x(other, to), x(one, from + 1) - x(other, to + 1))
}

function backwards(flat: readonly number[]): number[] {
  const line: number[] = []
  for (let at = flat.length - 2; at >= 0; at -= 2) line.push(flat[at] ?? Number.NaN, flat[at + 1] ?? Number.NaN)
  return line
}
