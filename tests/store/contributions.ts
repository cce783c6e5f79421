/** Contributions and consultations to put in a store. */
import { createHash, randomBytes } from 'node:crypto'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { Geometry, Position } from '#contract/geometry.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import type { Submission } from '#store/store.ts'

export const bunnik: Position = [5.1986, 52.0656]

let last = 0
/** Crockford base 32, 26 characters, ascending. */
function nextId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  last++
  return `01${[...Array(24).keys()].map((index) => alphabet[Math.floor(last / 32 ** (23 - index)) % 32]).join('')}`
}

export const nextConsultation = (): string => `traject-${nextId()}`
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function contribution(
  consultation: string,
  geometry: Geometry | null,
  changes: Partial<ContributionRecord> = {},
): ContributionRecord {
  const id = changes.id ?? nextId()
  const createdAt = new Date(Date.UTC(2026, 10, 1) + last * 1000).toISOString()
  return {
    id,
    consultation,
    kind: 'idea',
    themes: ['housing'],
    title: 'Een bankje bij de brug',
    description: 'Hier is het mooi zitten, maar er staat geen bank.',
    geometry,
    role: 'resident',
    precision: 'exact',
    state: 'published',
    outcome: 'open',
    village: 'bunnik',
    zones: [],
    counts: { supports: 0, comments: 0, pledges: 0 },
    createdAt,
    updatedAt: createdAt,
    version: 1,
    ...changes,
  }
}

export function submissionOf(record: ContributionRecord, changes: Partial<Submission> = {}): Submission {
  const authorToken = randomBytes(24).toString('base64url')
  return {
    record,
    private: { exactGeometry: record.geometry, authorTokenHash: sha256(authorToken) },
    authorToken,
    idempotency: {
      id: sha256(`key of ${record.id}`),
      bodyHash: sha256(JSON.stringify([record.title, record.description, record.geometry])),
      expiresAt: 4_000_000_000,
    },
    event: { at: record.createdAt, by: 'author', role: record.role, what: 'submitted', why: null },
    ...changes,
  }
}

export const point = (position: Position = bunnik): Geometry => ({ type: 'Point', coordinates: position })

export function consultationRecord(id: string): ConsultationRecord {
  return {
    id,
    title: 'Kromme Rijn',
    question: 'Wat kan hier beter?',
    description: 'Denk mee.',
    area: {
      type: 'Polygon',
      coordinates: [
        [
          [5, 51.9],
          [5.5, 51.9],
          [5.5, 52.2],
          [5, 52.2],
          [5, 51.9],
        ],
      ],
    },
    bounds: [5, 51.9, 5.5, 52.2],
    period: { start: '2026-11-01', end: '2026-12-31' },
    themes: ['housing', 'mobility'],
    kinds: ['idea', 'concern'],
    layers: [],
    villages: [{ id: 'bunnik', name: 'Bunnik', position: bunnik }],
    authority: { name: 'Gemeente Bunnik', contact: 'info@example.org' },
    decides: 'De gemeenteraad.',
    followUp: ['We lezen alles.'],
    formalRoute: 'Bij de gemeente.',
    moderation: 'after',
    licence: { title: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    example: true,
  }
}
