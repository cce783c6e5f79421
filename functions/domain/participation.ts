/** Who may do what with a contribution, and when. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { StateId } from '#contract/vocabulary.ts'
import type { AuditEvent } from './contribution-record.ts'

export type Person = Exclude<AuditEvent['by'], 'system'> | 'anyone'
export type Deed = 'submit' | 'edit' | 'withdraw' | 'hide' | 'publish'

interface Rule {
  readonly who: readonly Person[]
  /** States in which the contribution may be; empty where there is none yet. */
  readonly in: readonly StateId[]
  /** Only while the consultation's period lasts? Withdrawing is a right that does not end. */
  readonly whileOpen: boolean
}

export const rules = {
  submit: { who: ['anyone'], in: [], whileOpen: true },
  edit: { who: ['author'], in: ['received', 'published'], whileOpen: true },
  withdraw: { who: ['author', 'operator'], in: ['received', 'published', 'hidden'], whileOpen: false },
  hide: { who: ['moderator', 'operator'], in: ['received', 'published'], whileOpen: false },
  publish: { who: ['moderator', 'operator'], in: ['received', 'hidden'], whileOpen: false },
} as const satisfies Record<Deed, Rule>

export type Period = ConsultationRecord['period']
export type PeriodState = 'notYetOpen' | 'open' | 'closed'

/** Is the period over, on the calendar of Europe/Amsterdam? Its first and last day both belong to it. */
export function periodState({ start, end }: Period, now: Date): PeriodState {
  const today = amsterdamDay(now)
  if (today < start) return 'notYetOpen'
  return today > end ? 'closed' : 'open'
}

/** The calendar day in the Netherlands, as `2026-11-24`. */
export function amsterdamDay(moment: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })
  const part = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}`
}

/** @param state of the contribution, or null where there is none yet */
export function mayDo(deed: Deed, person: Person, state: StateId | null, period: Period, now: Date): boolean {
  const rule: Rule = rules[deed]
  return (
    rule.who.includes(person) &&
    (state === null ? rule.in.length === 0 : rule.in.includes(state)) &&
    (!rule.whileOpen || periodState(period, now) === 'open')
  )
}

/** State of a new contribution: with moderation beforehand it waits. */
export function firstState({ moderation }: Pick<ConsultationRecord, 'moderation'>): StateId {
  return moderation === 'before' ? 'received' : 'published'
}
