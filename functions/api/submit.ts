/** Placing a contribution: once per idempotency key, in one transaction. */
import { Buffer } from 'node:buffer'
import { ulid } from 'ulid'
import type { SubmittedContribution } from '#contract/contribution.ts'
import { newContribution } from '#domain/contribution.ts'
import { knownConsultation } from './consultations.ts'
import { contributionView } from './contribution-view.ts'
import { ruleFaults, settled } from './draft.ts'
import type { Implementation } from './endpoint.ts'
import { hashOfJson, hashOfParts } from './fingerprint.ts'
import type { Dependencies } from './service.ts'
import { tokenHash } from './session.ts'

/** An offline phone may come back after days: seconds that a key is remembered. */
const keyLifetime = 30 * 24 * 3600
/** Nobody needs an account yet, so every key is in one space. */
const participant = ''

export function submit({ store, geo, now, randomBytes, origin }: Dependencies) {
  const post: Implementation<'submitContribution'> = async (request) => {
    const consultation = await knownConsultation(store, request.params.consultation)
    const time = now()
    const { headers, body } = request.accept(ruleFaults(request.json, consultation, time))
    const { draft, zones } = await settled(body, consultation, geo)
    const authorToken = Buffer.from(randomBytes(32)).toString('base64url')
    const id = ulid(time.getTime(), () => (randomBytes(1)[0] ?? 0) / 256).toLowerCase()
    const record = newContribution({ draft, consultation, id, at: time.toISOString(), zones })
    const answer = await store.submit({
      record,
      private: { exactGeometry: draft.geometry, authorTokenHash: tokenHash(authorToken) },
      authorToken,
      idempotency: {
        id: hashOfParts(participant, 'submitContribution', headers['Idempotency-Key']),
        bodyHash: hashOfJson({ consultation: consultation.id, draft: body }),
        expiresAt: Math.floor(time.getTime() / 1000) + keyLifetime,
      },
      event: { at: record.createdAt, by: 'author', role: record.role, what: 'submitted', why: null },
    })
    const shown = contributionView(answer.record, origin)
    const json: SubmittedContribution = { ...shown, authorToken: answer.authorToken }
    return {
      status: 201,
      body: { json },
      cache: 'private',
      etag: String(answer.record.version),
      headers: { location: `${origin}/api/v1/contributions/${answer.record.id}` },
    }
  }
  return { submitContribution: post }
}
