/** Hashes by which a repeated request is recognised. */
import { createHash } from 'node:crypto'

/** SHA-256 (hex) of texts, told apart by their lengths so that no two lists hash alike. */
export function hashOfParts(...parts: readonly string[]): string {
  return sha256(parts.map((part) => `${part.length}:${part}`).join('|'))
}

/** SHA-256 (hex) of a JSON value, whatever the order of its keys. */
export function hashOfJson(value: unknown): string {
  return sha256(JSON.stringify(sorted(value)))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
