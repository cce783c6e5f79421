/** Names as they may stand in ids, addresses and file names. */

/** Longest slug, in characters: whole words as far as they fit. */
const longest = 60

/** Lower case, a–z, 0–9 and single hyphens; `fallback` where nothing is left. */
export function slugOf(text: string, fallback: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const cut =
    plain.length > longest
      ? plain
          .slice(0, longest + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, longest)
      : plain
  return cut || fallback
}

/** `slug`, with a number behind it when it is taken already; remembers it as taken. */
export function freeSlug(taken: Set<string>, slug: string): string {
  let candidate = slug
  for (let count = 2; taken.has(candidate); count++) candidate = `${slug}-${count}`
  taken.add(candidate)
  return candidate
}
