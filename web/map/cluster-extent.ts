/** Where a cluster's contributions lie, and whether coming closer can take it apart. */
import type { BBox } from '#contract/geometry.ts'
import { boxOf, quadkeyOf } from '#domain/quadkey.ts'
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

/**
 * Its finest cells, where coming closer does not take it apart: it is one such cell, or the map is as near as it goes (`deepest`).
 * Else null. A pin stands for the cell that it lies in.
 */
export function finestCells({ cells, pins }: Pick<Cluster, 'cells' | 'pins'>, deepest: boolean): readonly string[] | null {
  if (cells.some((cell) => cell.length < finestLevel)) return null
  const all = [...new Set([...cells, ...pins.map(({ at }) => quadkeyOf(at, finestLevel))])]
  return deepest || (all.length === 1 && cells.length === 1) ? all : null
}
