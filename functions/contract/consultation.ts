/** A consultation (participatietraject): area, period, themes, rules of the game, layers; everything belongs to one. */
import * as z from 'zod/mini'
import { Link, Slug } from './contribution.ts'
import { BBox, MultiPolygon, Polygon, Position } from './geometry.ts'
import { KindId, ThemeId } from './ids.ts'

/** A village (kern): a built-up place. A contribution belongs to the nearest one within reach (see domain/village.ts). */
export const Village = z
  .strictObject({ id: Slug, name: z.string(), position: Position, population: z.optional(z.int()) })
  .register(z.globalRegistry, { id: 'Village', description: 'A built-up place (kern).' })
export type Village = z.infer<typeof Village>

/** Published contributions, kept exact by the stream handler; `villages` counts per village id. */
export const Totals = z
  .strictObject({
    contributions: z.int(),
    kinds: z.record(z.string(), z.int()),
    themes: z.record(z.string(), z.int()),
    roles: z.record(z.string(), z.int()),
    villages: z.record(z.string(), z.int()),
  })
  .register(z.globalRegistry, {
    id: 'Totals',
    description: 'How many contributions are published: in all, per kind, theme, role and village.',
  })
export type Totals = z.infer<typeof Totals>

const shape = {
  id: Slug,
  title: z.string(),
  /** What is asked, in one sentence. */
  question: z.string(),
  description: z.string(),
  area: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
  bounds: BBox,
  /** Days in Europe/Amsterdam, both included. */
  period: z.strictObject({ start: z.iso.date(), end: z.iso.date() }),
  themes: z.array(ThemeId),
  kinds: z.array(KindId),
  /** Layers (`{document}.{layer}`) switched on at first. */
  layers: z.array(z.string()),
  villages: z.array(Village),
  /** The government that asks and answers for the data. */
  authority: z.strictObject({ name: z.string(), contact: z.string() }),
  /** Who decides on what is asked, in one or two sentences. */
  decides: z.string(),
  /** What happens with the contributions, step by step. */
  followUp: z.array(z.string()),
  /** Where a formal view, objection or application goes ("een bijdrage is geen zienswijze"). */
  formalRoute: z.string(),
  moderation: z.enum(['before', 'after']),
  licence: z.strictObject({ title: z.string(), href: z.string() }),
  /** True for the hand-written example: shown as "schematisch voorbeeld". */
  example: z.boolean(),
}

/** A consultation as it is stored and seeded. */
export const ConsultationRecord = z.strictObject(shape)
export type ConsultationRecord = z.infer<typeof ConsultationRecord>

export const Consultation = z
  .strictObject({ ...shape, totals: Totals, links: z.array(Link) })
  .register(z.globalRegistry, { id: 'Consultation', description: 'A consultation with its rules of the game.' })
export type Consultation = z.infer<typeof Consultation>

export const ConsultationList = z
  .strictObject({ consultations: z.array(Consultation), links: z.array(Link) })
  .register(z.globalRegistry, { id: 'ConsultationList', description: 'Every consultation.' })
export type ConsultationList = z.infer<typeof ConsultationList>
