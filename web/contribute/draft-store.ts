/**
 * Drafts on this device: one slot per draft, so that two tabs never overwrite each other's. A slot bears the Idempotency-Key
 * that was made when the form opened: however often it is sent, it becomes one contribution.
 */
import { limits } from '#contract/contribution.ts'
import { Geometry } from '#contract/geometry.ts'
import { KindId, PrecisionId, RoleId, ThemeId } from '#contract/ids.ts'
import { kindFieldNames, type kinds } from '#contract/kinds/registry.ts'
import type { Device } from './device.ts'
import { type Draft, emptyDraft, isUntouched, type Place } from './draft.ts'

export interface StoredDraft {
  readonly key: string
  readonly draft: Draft
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

export interface DraftStore {
  /** Drafts of one subject (a consultation, or a contribution being edited), the last one touched first. */
  list(subject: string): StoredDraft[]
  /** Keeps the draft, or clears its slot when nothing is filled in. False when it only lasts as long as the page. */
  save(subject: string, key: string, draft: Draft): boolean
  remove(subject: string, key: string): void
}

const prefix = 'vliegwiel:draft'
const slot = (subject: string, key: string) => `${prefix}:${subject}:${key}`

/** Subject of a new contribution's drafts, and of an edit's: ids of both kinds never collide. */
export const newIn = (consultation: string) => `new:${consultation}`
export const editOf = (contribution: string) => `edit:${contribution}`

/** A schema of the contract, for what may be of another version of the page: what does not fit becomes `otherwise`. */
function as<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, value: unknown, otherwise: T): T {
  const parsed = schema.safeParse(value)
  return parsed.success && parsed.data !== undefined ? parsed.data : otherwise
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function readPlace(value: unknown): Place {
  if (!isObject(value)) return emptyDraft.place
  if (value.at === 'village') return { at: 'village', village: text(value.village) }
  const geometry = value.at === 'geometry' ? Geometry.safeParse(value.geometry) : undefined
  return geometry?.success ? { at: 'geometry', geometry: geometry.data } : emptyDraft.place
}

/** A draft as it was kept, each field that cannot be read being empty; undefined when it is no draft at all. */
export function readStoredDraft(value: unknown): StoredDraft | undefined {
  if (!isObject(value) || !isObject(value.draft)) return undefined
  const { key, savedAt, draft } = value
  if (typeof key !== 'string' || key.length < limits.idempotencyKey.min || typeof savedAt !== 'number') return undefined
  const { themes, fields } = draft
  return {
    key,
    savedAt,
    draft: {
      kind: as<keyof typeof kinds | undefined>(KindId, draft.kind, undefined),
      themes: Array.isArray(themes) ? themes.filter((theme) => ThemeId.safeParse(theme).success) : [],
      title: text(draft.title),
      description: text(draft.description),
      place: readPlace(draft.place),
      precision: as(PrecisionId, draft.precision, emptyDraft.precision),
      village: text(draft.village),
      role: as(RoleId, draft.role, emptyDraft.role),
      authorName: text(draft.authorName),
      fields: isObject(fields)
        ? Object.fromEntries(kindFieldNames.flatMap((name) => (fields[name] ? [[name, text(fields[name])]] : [])))
        : {},
    },
  }
}

export function openDraftStore(device: Device, now: () => number): DraftStore {
  return {
    list(subject) {
      return device
        .keys(slot(subject, ''))
        .flatMap((key) => readStoredDraft(device.read(key)) ?? [])
        .sort((a, b) => b.savedAt - a.savedAt)
    },
    save(subject, key, draft) {
      if (!isUntouched(draft)) return device.write(slot(subject, key), { key, draft, savedAt: now() } satisfies StoredDraft)
      device.remove(slot(subject, key))
      return true
    },
    remove(subject, key) {
      device.remove(slot(subject, key))
    },
  }
}

/** A fresh Idempotency-Key: 128 random bits in hexadecimal. Not `randomUUID`, which pages without https lack. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
