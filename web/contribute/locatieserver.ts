/**
 * Addresses and place names by the national Locatieserver of PDOK (https://api.pdok.nl/bzk/locatieserver/search/v3_1/ui/).
 * It is an extra: where it cannot be reached, no address is suggested and nothing else changes.
 */
import type { BBox, Position } from '#contract/geometry.ts'

export interface Suggestion {
  readonly id: string
  /** E.g. "Raadhuisstraat 1, 3981EN Bunnik". */
  readonly name: string
  /** Undefined: ask `lookUp` for it. */
  readonly at: Position | undefined
}

const address = 'https://api.pdok.nl/bzk/locatieserver/search/v3_1'
/** What people look for: places, streets, postcodes, addresses. */
const types = 'type:(woonplaats OR weg OR postcode OR adres)'
/** An answer that takes longer, in milliseconds, comes too late to choose from. */
const patience = 4_000

/** At most `rows` suggestions near the middle of `bounds`; undefined when the service cannot be reached. */
export async function suggest(words: string, bounds: BBox, signal: AbortSignal, rows = 6): Promise<Suggestion[] | undefined> {
  const [west, south, east, north] = bounds
  const query = new URLSearchParams({
    q: words,
    fq: types,
    fl: 'id,weergavenaam,centroide_ll',
    lat: ((south + north) / 2).toFixed(5),
    lon: ((west + east) / 2).toFixed(5),
    rows: String(rows),
  })
  const found = await ask(`${address}/suggest?${query}`, signal)
  return found?.flatMap(readSuggestion)
}

/** Where a suggestion lies, when the suggestion itself did not say. */
export async function lookUp(id: string, signal: AbortSignal): Promise<Position | undefined> {
  const query = new URLSearchParams({ id, fl: 'id,weergavenaam,centroide_ll' })
  return (await ask(`${address}/lookup?${query}`, signal))?.flatMap(readSuggestion)[0]?.at
}

async function ask(url: string, signal: AbortSignal): Promise<unknown[] | undefined> {
  // Not `AbortSignal.any`: phones from before 2024 lack it.
  const controller = new AbortController()
  const stop = () => controller.abort()
  const timer = setTimeout(stop, patience)
  signal.addEventListener('abort', stop)
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: controller.signal })
    if (!response.ok) return undefined
    const answer = (await response.json()) as { response?: { docs?: unknown } }
    return Array.isArray(answer.response?.docs) ? answer.response.docs : undefined
  } catch {
    // Unreachable, blocked, too slow or nonsense: there simply are no addresses to suggest.
    return undefined
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

export function readSuggestion(found: unknown): Suggestion[] {
  if (typeof found !== 'object' || found === null) return []
  const { id, weergavenaam, centroide_ll } = found as Record<string, unknown>
  if (typeof id !== 'string' || typeof weergavenaam !== 'string') return []
  return [{ id, name: weergavenaam, at: readPoint(centroide_ll) }]
}

/** `POINT(5.19 52.06)`, longitude first. */
export function readPoint(text: unknown): Position | undefined {
  const found = typeof text === 'string' ? /^POINT\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)$/.exec(text) : null
  return found ? [Number(found[1]), Number(found[2])] : undefined
}
