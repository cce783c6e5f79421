/** The closed lists of the glossary that are not a registry of their own: roles, states, outcomes, precision. */
import * as z from 'zod/mini'

export const roleIds = ['resident', 'organisation', 'company', 'government'] as const
export const RoleId = z.enum(roleIds).register(z.globalRegistry, {
  id: 'RoleId',
  description: 'In which role somebody speaks; shown beside every name.',
})
export type RoleId = z.infer<typeof RoleId>

export const stateIds = ['received', 'published', 'hidden', 'withdrawn'] as const
export const StateId = z.enum(stateIds).register(z.globalRegistry, {
  id: 'StateId',
  description: 'May it be seen? Only `published` leaves by a public door.',
})
export type StateId = z.infer<typeof StateId>

export const outcomeIds = ['open', 'considered', 'adopted', 'partly', 'declined', 'done'] as const
export const OutcomeId = z.enum(outcomeIds).register(z.globalRegistry, {
  id: 'OutcomeId',
  description: 'What became of it.',
})
export type OutcomeId = z.infer<typeof OutcomeId>

export const precisionIds = ['exact', 'grid100', 'village'] as const
export const PrecisionId = z.enum(precisionIds).register(z.globalRegistry, {
  id: 'PrecisionId',
  description:
    'How precisely everybody may see the place: exact, the centre of a 100 m square, or only the village. Lines and areas are always exact.',
})
export type PrecisionId = z.infer<typeof PrecisionId>
