/** Where a cluster's contributions lie, and whether coming closer can take it apart. */
import type { BBox } from '#contract/geometry.ts'
import { boxOf } from '#domain/quadkey.ts'
import type { Cluster } from './cluster.ts'
import { boundsOf } from './view.ts'

/** Level of the finest cells that tiles carry, at the deepest zoom (24 m at 52° N). */
export const finestLevel = 20

/** Bounds of its cells and pins. */
export function extentOf({ at, cells, pins }: Pick<Cluster, 'at' | 'cells' | 'pins'>): BBox {
  const corners = cells.flatMap((cell) => {
    const [west, south, east, north] = boxOf(cell)
    return [[west, south] as const, [east, north] as const]
  })
  return boundsOf([...corners.map(([lng, lat]): [number, number] => [lng, lat]), ...pins.map((pin) => pin.at)]) ?? [...at, ...at]
}

/** Its one cell, where no deeper tile would tell more of what lies in it; else null. */
export function finestCell({ cells, pins }: Pick<Cluster, 'cells' | 'pins'>): string | null {
  const [cell] = cells
  return cells.length === 1 && pins.length === 0 && cell !== undefined && cell.length >= finestLevel ? cell : null
}
