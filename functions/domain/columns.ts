/** The columns of every export, apart from feature.ts: a page that only makes features leaves the schema out of its bundle. */
import { ContributionProperties } from '#contract/contribution.ts'

/** Names of the flat properties in their order. */
export const columns = Object.keys(ContributionProperties.shape) as (keyof ContributionProperties)[]
