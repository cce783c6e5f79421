/**
 * Which zones of a delivery contain a point, found in its GML itself: without the importer, in the plane of RD New, edge by edge. The points are sorted, so that
 * each of a million edges meets only those at its height.
 */
export type RdPoint = readonly [x: number, y: number]

export interface SourceZones {
  /** Of one geometry: its polygons, each with its rings x0, y0, x1, y1, … */
  readonly id: string
  readonly polygons: readonly (readonly Float64Array[])[]
}

/** Geometries of a GIO, with the id that STOP gives them. */
export function zonesInGml(gml: string): SourceZones[] {
  return gml
    .split('<basisgeo:Geometrie ')
    .slice(1)
    .map((part) => ({
      id: /<basisgeo:id>(.+?)</.exec(part)?.[1] ?? '',
      polygons: [...part.matchAll(/<gml:(Polygon|PolygonPatch)\b[\s\S]*?<\/gml:\1>/g)].map(([polygon]) =>
        [...polygon.matchAll(/<gml:posList[^>]*>([^<]*)</g)].map(([, list = '']) =>
          Float64Array.from(list.trim().split(/\s+/), Number),
        ),
      ),
    }))
}

export interface Answer {
  /** Ids of the zones that contain the point, by the even-odd rule. */
  readonly inside: Set<string>
  /** Ids of the zones whose border lies so near that the curvature of the Earth decides: a straight edge of one system is not quite straight in another. */
  readonly onBorder: Set<string>
}

/** Metres: of the edges between the positions that the importer adds to long ones, in WGS 84 and in RD New. */
const borderWidth = 0.03

export function zonesContaining(points: readonly RdPoint[], zones: Iterable<SourceZones>): Answer[] {
  const order = points.map((_, index) => index).sort((a, b) => yOf(points, a) - yOf(points, b))
  const heights = Float64Array.from(order, (index) => yOf(points, index))
  const answers = points.map(() => ({ inside: new Set<string>(), onBorder: new Set<string>() }))
  const odd = new Set<number>()
  for (const { id, polygons } of zones) {
    for (const rings of polygons) {
      odd.clear()
      for (const ring of rings) for (let at = 0; at + 3 < ring.length; at += 2) meet(ring, at, id)
      for (const index of odd) answers[index]?.inside.add(id)
    }
  }
  return answers

  function meet(ring: Float64Array, at: number, id: string): void {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]]
    const [low, high] = [Math.min(ay, by), Math.max(ay, by)]
    const end = high + borderWidth
    for (let next = firstFrom(heights, low - borderWidth); (heights[next] ?? end) < end; next++) {
      const index = order[next] ?? 0
      const [x, y] = points[index] ?? [0, 0]
      if (distance(x, y, ax, ay, bx, by) < borderWidth) answers[index]?.onBorder.add(id)
      if (y < low || y >= high || x >= ax + ((y - ay) / (by - ay)) * (bx - ax)) continue
      if (odd.has(index)) odd.delete(index)
      else odd.add(index)
    }
  }
}

/** Metres from the point to the edge. */
function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - (bx - ax) * share, y - ay - (by - ay) * share)
}

function yOf(points: readonly RdPoint[], index: number): number {
  return points[index]?.[1] ?? 0
}

/** Index of the first value that is not below `least`. */
function firstFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Points half a metre to either side of the middle of edges drawn at random. @param draw numbers from 0 to 1 */
export function besideBorders(zones: readonly SourceZones[], count: number, draw: () => number): RdPoint[] {
  const rings = zones.flatMap(({ polygons }) => polygons.flat())
  const points: RdPoint[] = []
  while (points.length < 2 * count) {
    const ring = rings[Math.floor(draw() * rings.length)] ?? new Float64Array(0)
    const at = 2 * Math.floor(draw() * (ring.length / 2 - 1))
    const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]]
    const length = Math.hypot(bx - ax, by - ay)
    if (length === 0) continue
    const share = draw()
    const [x, y, dx, dy] = [ax + (bx - ax) * share, ay + (by - ay) * share, (ay - by) / length / 2, (bx - ax) / length / 2]
    points.push([x + dx, y + dy], [x - dx, y - dy])
  }
  return points
}
