/** The closed lists of the glossary that are not a registry of their own: roles, states, outcomes, precision, layer categories. */

export const roleIds = ['resident', 'organisation', 'company', 'government'] as const
export type RoleId = (typeof roleIds)[number]

export const stateIds = ['received', 'published', 'hidden', 'withdrawn'] as const
export type StateId = (typeof stateIds)[number]

export const outcomeIds = ['open', 'considered', 'adopted', 'partly', 'declined', 'done'] as const
export type OutcomeId = (typeof outcomeIds)[number]

export const precisionIds = ['exact', 'grid100', 'village'] as const
export type PrecisionId = (typeof precisionIds)[number]

/** Order in which "Wat geldt hier?" and the layer panel show them: vision before rules before zoning. */
export const categoryIds = ['vision', 'rules', 'zoning', 'reference'] as const
export type CategoryId = (typeof categoryIds)[number]
