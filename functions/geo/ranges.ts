/** Byte ranges of a file that are wanted together: near ones become one request. */

export interface Range {
  readonly start: number
  /** First byte after it. */
  readonly end: number
}

/** Bytes between two ranges that are always read along: less than a block of the cache. */
const near = 4 * 1024
/** Bytes between two ranges that are never read along: asking again costs about as long as reading this much. */
const far = 64 * 1024

/** Groups in file order. The nearest ranges are joined until `most` groups are left, or more where they lie far apart. */
export function joined<T extends Range>(ranges: readonly T[], most: number): T[][] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  const gaps: { before: number; bytes: number }[] = []
  let reached = sorted[0]?.end ?? 0
  for (const [index, { start, end }] of sorted.entries()) {
    if (index > 0) gaps.push({ before: index, bytes: start - reached })
    reached = Math.max(reached, end)
  }
  const widestFirst = gaps.filter(({ bytes }) => bytes > near).sort((a, b) => b.bytes - a.bytes)
  const kept = new Set(widestFirst.filter(({ bytes }, index) => index < most - 1 || bytes > far).map(({ before }) => before))
  const groups: T[][] = []
  for (const [index, range] of sorted.entries()) {
    const group = groups.at(-1)
    if (group && !kept.has(index)) group.push(range)
    else groups.push([range])
  }
  return groups
}

/** From the first byte of a group to its last. */
export function spanOf(group: readonly Range[]): Range {
  return group.reduce((span, { start, end }) => ({ start: Math.min(span.start, start), end: Math.max(span.end, end) }), {
    start: Infinity,
    end: 0,
  })
}
