/**
 * Search in FlatGeobuf's packed R-tree by byte ranges. (flatgeobuf's own HttpReader does the same, but logs a line per tree node, which
 * is paid for in the cloud.) Layout: root first, leaves last; a node is four float64 of its box and a uint64: the index of its
 * first child, or for a leaf the byte offset of its feature. https://github.com/flatgeobuf/flatgeobuf/blob/master/src/cpp/packedrtree.h
 */
import type { BBox } from '#contract/geometry.ts'

export const nodeBytes = 40

/** Where a feature lies: bytes after the tree. The last one's length is unknown. */
export interface Found {
  readonly offset: number
  readonly length: number | undefined
}

/** First index and end of each level, leaves first. */
export function levelBounds(items: number, nodeSize: number): [start: number, end: number][] {
  const counts = [items]
  for (let count = items; count > 1; ) {
    count = Math.ceil(count / nodeSize)
    counts.push(count)
  }
  // A tree of one item still has a root above its leaf.
  if (items === 1) counts.push(1)
  let end = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => {
    const bounds: [number, number] = [end - count, end]
    end -= count
    return bounds
  })
}

/** Nodes that stand together: the children of one node, or some more. */
export interface NodeRange {
  readonly first: number
  readonly end: number
}

/**
 * Features whose box meets `box` (borders included), in file order.
 * @param readNodes gives the bytes of each range of nodes; it is asked once for each level, from the root to the leaves
 */
export async function searchTree(
  items: number,
  nodeSize: number,
  box: BBox,
  readNodes: (ranges: readonly NodeRange[], leaves: boolean) => Promise<readonly DataView[]>,
): Promise<Found[]> {
  const levels = levelBounds(items, nodeSize)
  let starts = [levels.at(-1)?.[0] ?? 0]
  for (let level = levels.length - 1; level > 0; level--) {
    const groups = await readNodes(
      starts.map((first) => ({ first, end: groupEnd(levels, level, first, nodeSize) })),
      false,
    )
    starts = groups.flatMap((nodes) => childrenMeeting(box, nodes))
  }
  const [, lastLeaf] = levels[0] ?? [0, 0]
  const ends = starts.map((first) => groupEnd(levels, 0, first, nodeSize))
  // One node more: its offset tells where the last of these ends.
  const leaves = await readNodes(
    starts.map((first, index) => ({ first, end: Math.min((ends[index] ?? first) + 1, lastLeaf) })),
    true,
  )
  return leaves.flatMap((nodes, index) => leavesMeeting(box, nodes, (ends[index] ?? 0) - (starts[index] ?? 0)))
}

function groupEnd(levels: readonly [number, number][], level: number, start: number, nodeSize: number): number {
  return Math.min(start + nodeSize, levels[level]?.[1] ?? start)
}

function meets(box: BBox, nodes: DataView, at: number): boolean {
  return (
    box[2] >= nodes.getFloat64(at, true) &&
    box[3] >= nodes.getFloat64(at + 8, true) &&
    box[0] <= nodes.getFloat64(at + 16, true) &&
    box[1] <= nodes.getFloat64(at + 24, true)
  )
}

function pointer(nodes: DataView, at: number): number {
  return Number(nodes.getBigUint64(at + 32, true))
}

function childrenMeeting(box: BBox, nodes: DataView): number[] {
  const found: number[] = []
  for (let at = 0; at < nodes.byteLength; at += nodeBytes) if (meets(box, nodes, at)) found.push(pointer(nodes, at))
  return found
}

function leavesMeeting(box: BBox, nodes: DataView, count: number): Found[] {
  const found: Found[] = []
  for (let index = 0; index < count; index++) {
    const at = index * nodeBytes
    if (!meets(box, nodes, at)) continue
    const offset = pointer(nodes, at)
    const next = at + nodeBytes
    found.push({ offset, length: next < nodes.byteLength ? pointer(nodes, next) - offset : undefined })
  }
  return found
}
