/** Does a geometry touch a box? Edges are straight in longitude and latitude, as RFC 7946 says; borders belong to both. */
import type { BBox, Geometry, Position } from '#contract/geometry.ts'

export function positionInBox([x, y]: Position, [west, south, east, north]: BBox): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

export function touchesBox(geometry: Geometry, box: BBox): boolean {
  switch (geometry.type) {
    case 'Point':
      return positionInBox(geometry.coordinates, box)
    case 'MultiPoint':
      return geometry.coordinates.some((position) => positionInBox(position, box))
    case 'LineString':
      return pathTouchesBox(geometry.coordinates, box)
    case 'MultiLineString':
      return geometry.coordinates.some((path) => pathTouchesBox(path, box))
    case 'Polygon':
      return ringsTouchBox(geometry.coordinates, box)
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => ringsTouchBox(rings, box))
  }
}

function pathTouchesBox(path: readonly Position[], box: BBox): boolean {
  return path.some((position, index) => segmentTouchesBox(path[Math.max(0, index - 1)] ?? position, position, box))
}

/** An area touches a box when its border does, or when the box lies wholly inside it. */
export function ringsTouchBox(rings: readonly (readonly Position[])[], box: BBox): boolean {
  return rings.some((ring) => pathTouchesBox(ring, box)) || positionInRings([box[0], box[1]], rings)
}

/** Even-odd rule over all rings, so holes are outside. */
export function positionInRings([x, y]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = ring[index - 1] as Position
      const [bx, by] = ring[index] as Position
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}

/** Clips the segment to the box (Liang–Barsky, 1984): it touches when something is left. */
export function segmentTouchesBox([ax, ay]: Position, [bx, by]: Position, [west, south, east, north]: BBox): boolean {
  let enter = 0
  let leave = 1
  const edges = [
    [ax - bx, ax - west],
    [bx - ax, east - ax],
    [ay - by, ay - south],
    [by - ay, north - ay],
  ] as const
  for (const [direction, distance] of edges) {
    if (direction === 0) {
      if (distance < 0) return false
    } else if (direction < 0) enter = Math.max(enter, distance / direction)
    else leave = Math.min(leave, distance / direction)
  }
  return enter <= leave
}
