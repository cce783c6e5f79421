/** `npm run seed -- --count N`: made-up contributions in bulk, in lots that are the same in every run, so that a broken run goes on. */
import { randomBytes } from 'node:crypto'
import type { Zone } from '#contract/catalogue.ts'
import type { Geometry } from '#contract/geometry.ts'
import { newContribution } from '#domain/contribution.ts'
import { normalised } from '#domain/geometry.ts'
import { placeOf } from '#domain/place.ts'
import { openBulk } from '#store/bulk.ts'
import type { DatabaseOptions } from '#store/client.ts'
import { openMarkers } from '#store/markers.ts'
import { openStore } from '#store/open.ts'
import type { Submission } from '#store/store.ts'
import { type Generator, generated } from './generated.ts'
import { seedId, sha256 } from './seed-id.ts'

/** Contributions of one lot: what is read into memory, and after which a broken run goes on. */
const lotSize = 1000
/** Seconds that a seed's idempotency keys are kept: a day, since the ids guard it too. */
export const keyLifetime = 86_400

export interface SeedManyOptions extends DatabaseOptions, Generator {
  readonly count: number
  readonly zonesAt: (geometry: Geometry) => Promise<readonly Zone[]>
  /** Told after each lot. */
  readonly onProgress?: (done: number) => void
}

/** Puts in the first `count` of the generator's contributions, less what an earlier run put in. */
export async function seedMany(options: SeedManyOptions): Promise<void> {
  const { consultation, count, zonesAt, onProgress } = options
  await openStore(options).putConsultation(consultation)
  const markers = openMarkers(options)
  const bulk = openBulk(options)
  const run = nameOf(options)
  let { done, until } = await markers.progress(run)
  while (done < count) {
    // A lot that was begun is ended as it was begun, even when more are asked for now.
    if (until <= done) until = Math.min(count, done + lotSize)
    await markers.markProgress(run, { done, until })
    const submissions: Submission[] = []
    for (let number = done; number < until; number++) submissions.push(await generatedSubmission(options, number, zonesAt))
    await bulk.put(`${run} ${done}-${until}`, submissions)
    done = until
    await markers.markProgress(run, { done, until })
    onProgress?.(done)
  }
}

const nameOf = ({ consultation, shape, lines }: Generator): string => `seed ${consultation.id} ${shape} ${lines}`

/** The generator's `number`-th contribution as it would be sent, published at once. */
export async function generatedSubmission(
  generator: Generator,
  number: number,
  zonesAt: SeedManyOptions['zonesAt'],
): Promise<Submission> {
  const name = `${nameOf(generator)} ${number}`
  const { draft: made, at } = generated(generator, number)
  const { consultation } = generator
  const draft = { ...made, geometry: made.geometry && normalised(made.geometry) }
  const { geometry } = placeOf(draft, consultation.villages)
  const zones = geometry ? await zonesAt(geometry) : []
  const fresh = newContribution({ draft, consultation, id: seedId(name, at), at, zones })
  const record = { ...fresh, state: 'published' as const }
  // Nobody holds this token: what is seeded is changed by the operator only.
  const authorToken = randomBytes(32).toString('base64url')
  return {
    record,
    private: { exactGeometry: draft.geometry, authorTokenHash: sha256(authorToken) },
    authorToken,
    idempotency: {
      id: sha256(`seed|submit|${name}`),
      bodyHash: sha256(name),
      expiresAt: Math.floor(Date.now() / 1000) + keyLifetime,
    },
    event: { at, by: 'system', role: record.role, what: 'submitted', why: 'example' },
  }
}
