/** A village meeting: people who look at the map, and people who send. Each does one thing after the other, all at once. */
import { randomUUID } from 'node:crypto'
import type { BBox, Position } from '#contract/geometry.ts'
import { cellOf } from '#domain/mercator.ts'

export interface CrowdOptions {
  /** Where the server answers. */
  readonly origin: string
  readonly consultation: string
  /** Places around which they look and send. */
  readonly places: readonly Position[]
  readonly readers: number
  readonly writers: number
  /** Asked before each request, with how many this person has made. */
  readonly goesOn: (made: number) => boolean
}
export interface CrowdResult {
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>
  /** Ids that were acknowledged; a repeated submission gave the same one. */
  readonly submitted: ReadonlySet<string>
  /** Submissions that were repeated under their key and got another id. */
  readonly doubled: number
  /** Milliseconds of every answer. */
  readonly times: readonly number[]
}

export async function crowd(options: CrowdOptions): Promise<CrowdResult> {
  const { origin, consultation, places, readers, writers, goesOn } = options
  const statuses: Record<number, number> = {}
  const submitted = new Set<string>()
  const times: number[] = []
  let doubled = 0
  const ask = async (path: string, init?: RequestInit): Promise<{ status: number; text: string }> => {
    const started = performance.now()
    const answer = await fetch(origin + path, init)
    const text = await answer.text()
    times.push(performance.now() - started)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    return { status: answer.status, text }
  }
  const near = (): Position => {
    const [x, y] = places[Math.floor(Math.random() * places.length)] ?? [0, 0]
    return [round7(x + (Math.random() - 0.5) * 0.01), round7(y + (Math.random() - 0.5) * 0.006)]
  }
  const look = async (made: number): Promise<void> => {
    const [x, y] = near()
    if (made % 20 === 19) return void (await ask(`/api/v1/consultations/${consultation}`))
    if (made % 10 === 9) {
      const box: BBox = [x - 0.005, y - 0.003, x + 0.005, y + 0.003]
      return void (await ask(`/api/v1/collections/${consultation}/items?limit=20&bbox=${box.map(round7)}`))
    }
    const zoom = 9 + Math.floor(Math.random() * 8)
    const cell = cellOf([x, y], zoom)
    await ask(`/api/v1/collections/${consultation}/tiles/WebMercatorQuad/${zoom}/${cell.y}/${cell.x}`)
  }
  const send = async (made: number): Promise<void> => {
    const body = JSON.stringify({
      kind: 'idea',
      themes: made % 2 ? ['housing'] : ['housing', 'mobility'],
      title: `Bijdrage ${made}`,
      description: 'Uit een volle zaal, om te zien of alles aankomt.',
      geometry: { type: 'Point', coordinates: near() },
    })
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const post = async (): Promise<string | undefined> => {
      const { status, text } = await ask(`/api/v1/consultations/${consultation}/contributions`, { method: 'POST', headers, body })
      return status === 201 ? String(JSON.parse(text).id) : undefined
    }
    // One in five presses twice.
    const ids = await Promise.all(made % 5 === 0 ? [post(), post()] : [post()])
    const known = new Set(ids.filter((id) => id !== undefined))
    if (known.size > 1) doubled++
    for (const id of known) submitted.add(id)
  }
  const person = async (act: (made: number) => Promise<void>): Promise<void> => {
    for (let made = 0; goesOn(made); made++) await act(made)
  }
  await Promise.all([
    ...Array.from({ length: readers }, () => person(look)),
    ...Array.from({ length: writers }, () => person(send)),
  ])
  return { statuses, submitted, doubled, times }
}

const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
