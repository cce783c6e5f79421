/** Placing a contribution: once per idempotency key, in one transaction. */
import { Buffer } from 'node:buffer'
import { ulid } from 'ulid'
import type { SubmittedContribution } from '#contract/contribution.ts'
import { newContribution } from '#domain/contribution.ts'
import type { SubmitAnswer } from '#store/store.ts'
import { knownConsultation } from './consultations.ts'
import { contributionView } from './contribution-view.ts'
import { ruleFaults, settled } from './draft.ts'
import type { Implementation } from './endpoint.ts'
import { hashOfJson, hashOfParts } from './fingerprint.ts'
import type { Accepted } from './request.ts'
import type { Answer } from './respond.ts'
import type { Dependencies } from './service.ts'
import { tokenHash } from './session.ts'
import { versionTag } from './version-tag.ts'

/** An offline phone may come back after days: seconds that a key is remembered. */
const keyLifetime = 30 * 24 * 3600
/** Nobody needs an account yet, so every key is in one space. */
const participant = ''

export function submit({ store, geo, now, randomBytes, origin }: Dependencies) {
  const post: Implementation<'submitContribution'> = async (request) => {
    const consultation = await knownConsultation(store, request.params.consultation)
    const time = now()
    const faults = ruleFaults(request.json, consultation, time)
    // Sent before and answered, but the answer was lost: what has changed since (the period is over) does not undo it.
    const { decoded } = request
    const before = decoded && faults.length > 0 ? await store.answered(idempotencyOf(consultation.id, decoded)) : undefined
    const { headers, body } = request.accept(before ? [] : faults)
    if (before) return created(before)
    const { draft, zones } = await settled(body, consultation, geo)
    const authorToken = Buffer.from(randomBytes(32)).toString('base64url')
    const id = ulid(time.getTime(), () => (randomBytes(1)[0] ?? 0) / 256).toLowerCase()
    const record = newContribution({ draft, consultation, id, at: time.toISOString(), zones })
    const answer = await store.submit({
      record,
      private: { exactGeometry: draft.geometry, authorTokenHash: tokenHash(authorToken) },
      authorToken,
      idempotency: {
        ...idempotencyOf(consultation.id, { headers, body }),
        expiresAt: Math.floor(time.getTime() / 1000) + keyLifetime,
      },
      event: { at: record.createdAt, by: 'author', role: record.role, what: 'submitted', why: null },
    })
    return created(answer)
  }

  function created({ record, authorToken }: SubmitAnswer): Answer {
    const json: SubmittedContribution = { ...contributionView(record, origin), authorToken }
    return {
      status: 201,
      body: { json },
      cache: 'private',
      etag: versionTag(record),
      headers: { location: `${origin}/api/v1/contributions/${record.id}` },
    }
  }

  return { submitContribution: post }
}

function idempotencyOf(consultation: string, { headers, body }: Pick<Accepted<'submitContribution'>, 'headers' | 'body'>) {
  return {
    id: hashOfParts(participant, 'submitContribution', headers['Idempotency-Key']),
    bodyHash: hashOfJson({ consultation, draft: body }),
  }
}
