/** Schemas of the closed lists: apart from the lists, so that a page can read those without loading a validator. */
import * as z from 'zod/mini'
import { kindIds } from './kinds/registry.ts'
import { themeIds } from './themes.ts'
import { categoryIds, outcomeIds, precisionIds, roleIds, stateIds } from './vocabulary.ts'

export const KindId = z.enum(kindIds).register(z.globalRegistry, {
  id: 'KindId',
  description: 'What sort of statement a contribution is.',
})

export const ThemeId = z.enum(themeIds).register(z.globalRegistry, {
  id: 'ThemeId',
  description: 'What a contribution is about; the first of its themes colours its pin.',
})

export const RoleId = z.enum(roleIds).register(z.globalRegistry, {
  id: 'RoleId',
  description: 'In which role somebody speaks; shown beside every name.',
})

export const StateId = z.enum(stateIds).register(z.globalRegistry, {
  id: 'StateId',
  description: 'May it be seen? Only `published` leaves by a public door.',
})

export const OutcomeId = z.enum(outcomeIds).register(z.globalRegistry, {
  id: 'OutcomeId',
  description: 'What became of it.',
})

export const PrecisionId = z.enum(precisionIds).register(z.globalRegistry, {
  id: 'PrecisionId',
  description:
    'How precisely everybody may see the place: exact, the centre of a 100 m square, or only the village. Lines and areas are always exact.',
})

export const CategoryId = z.enum(categoryIds)
