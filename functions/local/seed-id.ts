/** Ids of what is seeded: they follow from its name, so that a seed that was broken off goes on where it stopped. */
import { createHash } from 'node:crypto'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A ULID: 48 bits of time, and 80 bits that follow from the name instead of from chance. */
export function seedId(name: string, createdAt: string): string {
  const time = BigInt(Date.parse(createdAt))
  const bits = BigInt(`0x${sha256(name).slice(0, 20)}`)
  const number = (time << 80n) | bits
  return Array.from({ length: 26 }, (_, index) => alphabet[Number((number >> BigInt(5 * (25 - index))) & 31n)]).join('')
}
