/** How two segments meet. Exact for positions of 7 decimals within some nine degrees of each other: the arithmetic is on whole numbers. */
import type { Position } from '#contract/geometry.ts'

/** `cross`: in one point inside both; `touch`: in one point that ends either; `overlap`: along a stretch. */
export type Meeting = 'none' | 'cross' | 'touch' | 'overlap'

export function meetingOf(a: Position, b: Position, c: Position, d: Position): Meeting {
  if (
    Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
    Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
    Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
    Math.max(c[1], d[1]) < Math.min(a[1], b[1])
  )
    return 'none'
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc === 0 && abd === 0) return alongLine(a, b, c, d)
  if (abc * abd > 0 || cda * cdb > 0) return 'none'
  return abc * abd < 0 && cda * cdb < 0 ? 'cross' : 'touch'
}

/** 1: left turn, -1: right turn, 0: straight on. */
export function turn(a: Position, b: Position, c: Position): number {
  const whole = (degrees: number): number => Math.round(degrees * 1e7)
  const [ax, ay] = [whole(a[0]), whole(a[1])]
  return Math.sign((whole(b[0]) - ax) * (whole(c[1]) - ay) - (whole(b[1]) - ay) * (whole(c[0]) - ax))
}

/** Both lie on one line and their boxes meet. */
function alongLine(a: Position, b: Position, c: Position, d: Position): Meeting {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]))
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]))
  if (from > to) return 'none'
  return from === to ? 'touch' : 'overlap'
}
