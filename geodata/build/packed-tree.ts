/** Packs FlatGeobuf's R-tree: leaves in Hilbert order, sixteen to a node, level upon level. The reader is functions/geo/packed-tree.ts. */
import type { BBox } from '#contract/geometry.ts'
import { levelBounds, nodeBytes } from '#geo/packed-tree.ts'
import { hilbertDistance, hilbertSide } from './hilbert.ts'

/** Children per node: FlatGeobuf's default. */
export const nodeSize = 16

/** Indexes of the boxes by the place of their centres along a Hilbert curve over all of them. */
export function hilbertOrder(boxes: readonly BBox[]): number[] {
  const extent = boxes.reduce<BBox>(around, [Infinity, Infinity, -Infinity, -Infinity])
  const cell = (value: number, low: number, high: number) =>
    high > low ? Math.min(hilbertSide - 1, Math.floor(((value - low) / (high - low)) * hilbertSide)) : 0
  const distances = boxes.map(([west, south, east, north]) =>
    hilbertDistance(cell((west + east) / 2, extent[0], extent[2]), cell((south + north) / 2, extent[1], extent[3])),
  )
  return boxes.map((_, index) => index).sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0) || a - b)
}

/** @param items in file order, with the bytes of each feature. @returns the tree's bytes; none for no items */
export function packTree(items: readonly { readonly box: BBox; readonly bytes: number }[]): Uint8Array {
  if (items.length === 0) return new Uint8Array(0)
  const levels = levelBounds(items.length, nodeSize)
  const [, total] = levels[0] ?? [0, 0]
  const boxes: BBox[] = new Array<BBox>(total)
  const bytes = new Uint8Array(total * nodeBytes)
  const view = new DataView(bytes.buffer)
  const put = (node: number, box: BBox, pointer: number) => {
    boxes[node] = box
    for (const [side, value] of box.entries()) view.setFloat64(node * nodeBytes + side * 8, value, true)
    view.setBigUint64(node * nodeBytes + 32, BigInt(pointer), true)
  }
  let offset = 0
  const [firstLeaf] = levels[0] ?? [0]
  for (const [index, item] of items.entries()) {
    put(firstLeaf + index, item.box, offset)
    offset += item.bytes
  }
  for (let level = 1; level < levels.length; level++) {
    const [start, end] = levels[level] ?? [0, 0]
    const [firstChild, childEnd] = levels[level - 1] ?? [0, 0]
    for (let node = start; node < end; node++) {
      const from = firstChild + (node - start) * nodeSize
      put(node, boxes.slice(from, Math.min(from + nodeSize, childEnd)).reduce(around), from)
    }
  }
  return bytes
}

/** Box around two boxes. */
export function around(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
