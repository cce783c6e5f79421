/** This device's contributions as the map draws them: the placed ones, and those that still wait for a connection. */
import type { OwnOnMap } from '../map/port.ts'
import { outboxEntries } from './outbox.ts'
import { ownContributions } from './own.ts'

const waiting = 'waiting:'

/** Is this the id of one that has not been sent yet? */
export const isWaiting = (id: string): boolean => id.startsWith(waiting)

/** Reactive. Hidden and withdrawn ones are not drawn. */
export function ownOnMap(consultation: string): readonly OwnOnMap[] {
  const placed = ownContributions(consultation).flatMap(({ id, contribution, feature }): OwnOnMap[] => {
    const { state, updatedAt, geometry } = contribution
    if (state !== 'published' && state !== 'received') return []
    return [{ id, geometry, properties: feature.properties, published: state === 'published', version: `${updatedAt}` }]
  })
  const underway = outboxEntries(consultation).flatMap(({ key, input }): OwnOnMap[] => {
    const { kind, themes, title, geometry, village = null } = input
    const [theme] = themes
    if (!theme || geometry === null) return []
    const properties = { kind, theme, themes, title, village, outcome: 'open' } as const
    return [{ id: waiting + key, geometry, properties, published: false, version: key }]
  })
  return [...placed, ...underway]
}
