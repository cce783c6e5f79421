/** "Wat geldt hier?": at a point, or along or in a shape, with its share. */
import type { FaultSeed } from '#contract/faults.ts'
import type { Geometry } from '#contract/geometry.ts'
import { geometryOf } from '#contract/parameters.ts'
import { polygonsOf } from '#domain/encoded-geometry.ts'
import { geometryFaults, normalised } from '#domain/geometry.ts'
import type { Area } from '#domain/touches-area.ts'
import type { Implementation } from './endpoint.ts'
import type { Dependencies } from './service.ts'

/** Degrees that a shape may span: some 7 by 11 km, a village and its fields. Reckoning shares takes seconds beyond it. */
const widest = 0.1
const world: Area = {
  type: 'Polygon',
  coordinates: [
    [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
      [-180, -90],
    ],
  ],
}

export function zones({ geo }: Dependencies) {
  const get: Implementation<'getZones'> = async (request) => {
    const text = request.decoded?.query.geometry
    const given = text === undefined ? undefined : geometryOf(text)
    const shape = given && normalised(given)
    const { at = [0, 0] } = request.accept(shape ? shapeFaults(shape) : []).query
    const found = await geo.zonesAt(shape ?? { type: 'Point', coordinates: at })
    return { body: { json: { zones: found } }, cache: 'public', etag: 'body' }
  }
  return { getZones: get }
}

/** What a contribution's shape may not be either, and what is too wide to look up. */
function shapeFaults(shape: Geometry): FaultSeed[] {
  const [first, ...more] = geometryFaults(shape, world)
  if (first) return [first, ...more].map((fault) => ({ ...fault, in: 'query', path: ['geometry'] }))
  const positions = polygonsOf(shape).flat(2)
  const span = (axis: 0 | 1) => Math.max(...positions.map((at) => at[axis])) - Math.min(...positions.map((at) => at[axis]))
  return span(0) > widest || span(1) > widest ? [{ in: 'query', path: ['geometry'], code: 'shapeTooWide' }] : []
}
