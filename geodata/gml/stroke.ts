/**
 * Arcs and circles as chords. Between two points of a circle with radius r and angle θ apart, chord and arc are r(1 − cos θ/2) = 2r sin² θ/4 apart
 * at most; the angle per chord follows from that. Source: the definitions of ArcString and Circle in ISO 19107 (OGC 07-036, GML 3.2.1, §10.4.7).
 */

/** Metres between a chord and its arc at most. */
export const tolerance = 0.05

type Point = readonly [x: number, y: number]

/** Positions after `a`, up to and with `c`, along the circle through all three; `b` stays a position. A straight row stays straight. */
export function arc(a: Point, b: Point, c: Point): number[] {
  // Neighbours share arcs that run the other way in one of them: both must come to the same positions.
  if (a[0] > c[0] || (a[0] === c[0] && a[1] > c[1])) {
    const back = [...c, ...arc(c, b, a)]
    const there: number[] = []
    for (let at = back.length - 4; at >= 0; at -= 2) there.push(back[at] ?? 0, back[at + 1] ?? 0)
    return there
  }
  const centre = centreOf(a, b, c)
  if (!centre) return [...b, ...c]
  const turn = Math.sign(cross(a, b, c))
  return [...along(centre, a, b, turn), ...along(centre, b, c, turn)]
}

/** The whole circle through three points, from `a` back to `a`; undefined where they lie on a line. */
export function circle(a: Point, b: Point, c: Point): number[] | undefined {
  const centre = centreOf(a, b, c)
  if (!centre) return undefined
  const turn = Math.sign(cross(a, b, c))
  return [...a, ...along(centre, a, b, turn), ...along(centre, b, c, turn), ...along(centre, c, a, turn)]
}

/** The whole circle around a centre, counterclockwise from the east. */
export function circleAround([x, y]: Point, radius: number): number[] {
  const [east, west]: [Point, Point] = [
    [x + radius, y],
    [x - radius, y],
  ]
  return [...east, ...along([x, y], east, west, 1), ...along([x, y], west, east, 1)]
}

/** Twice the signed area of the triangle; positive when b lies to the right of the way from a to c, so that the arc turns left. */
function cross(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** Centre of the circle through three points, reckoned from `a` so that large coordinates keep their digits. */
function centreOf(a: Point, b: Point, c: Point): Point | undefined {
  const double = 2 * cross(a, b, c)
  if (double === 0) return undefined
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy]
  const [x, y] = [a[0] + (cy * bb - by * cc) / double, a[1] + (bx * cc - cx * bb) / double]
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined
}

/** Positions after `from`, up to and with `to` itself. @param turn 1 counterclockwise, −1 clockwise */
function along([x, y]: Point, from: Point, to: Point, turn: number): number[] {
  const radius = Math.hypot(from[0] - x, from[1] - y)
  const start = Math.atan2(from[1] - y, from[0] - x)
  const end = Math.atan2(to[1] - y, to[0] - x)
  const sweep = (turn * (end - start) + 4 * Math.PI) % (2 * Math.PI)
  const step = 4 * Math.asin(Math.min(1, Math.sqrt(tolerance / (2 * radius))))
  const chords = Math.max(1, Math.ceil(sweep / step))
  const positions: number[] = []
  for (let index = 1; index < chords; index++) {
    const angle = start + (turn * sweep * index) / chords
    positions.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
  }
  return [...positions, ...to]
}
