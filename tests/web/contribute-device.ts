/** A phone for the tests of drafts, outbox and own contributions: storage that survives reloads, and clocks that are wound by hand. */
import type { Contribution, SubmittedContribution } from '#contract/contribution.ts'
import type { KeyValueStorage } from '#web/contribute/device.ts'
import { type Draft, emptyDraft } from '#web/contribute/draft.ts'

export class Storage implements KeyValueStorage {
  readonly kept = new Map<string, string>()
  /** Most characters it holds; more throws, as a browser does. */
  room = Number.POSITIVE_INFINITY
  get length() {
    return this.kept.size
  }
  key(index: number) {
    return [...this.kept.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null
  }
  setItem(key: string, value: string) {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.kept.set(key, value)
  }
  removeItem(key: string) {
    this.kept.delete(key)
  }
}

/** Timers that go off when told, in the order in which they are due. */
export class Clock {
  now = 0
  private timers: { at: number; run: () => void }[] = []
  readonly after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.now + milliseconds, run }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((other) => other !== timer)
    }
  }
  /** Pauses until the next timer, or undefined when none is set. */
  get next(): number | undefined {
    return this.timers.length === 0 ? undefined : Math.min(...this.timers.map(({ at }) => at)) - this.now
  }
  async wind(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds
    for (;;) {
      const due = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.now = due.at
      this.timers = this.timers.filter((other) => other !== due)
      due.run()
      await settled()
    }
    this.now = end
  }
}

/** Lets everything that is already on its way arrive. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

export const filledDraft: Draft = {
  ...emptyDraft,
  kind: 'idea',
  themes: ['housing'],
  title: 'Hofje achter de kerk',
  description: 'Twaalf kleine huizen rond een tuin, voor jong en oud.',
  place: { at: 'geometry', geometry: { type: 'Point', coordinates: [5.2, 52] } },
}

export const key = (number: number) => `key-${String(number).padStart(28, '0')}`

export function contribution(number: number, change: Partial<Contribution> = {}): Contribution {
  return {
    id: `01j${String(number).padStart(23, '0')}`,
    consultation: 'kromme-rijn',
    kind: 'idea',
    themes: ['housing'],
    title: `Bijdrage ${number}`,
    description: 'Twaalf kleine huizen rond een tuin.',
    geometry: { type: 'Point', coordinates: [5.2, 52] },
    role: 'resident',
    precision: 'exact',
    state: 'published',
    outcome: 'open',
    village: 'cothen',
    zones: [],
    counts: { supports: 0, comments: 0, pledges: 0 },
    createdAt: '2026-11-24T19:00:00.000Z',
    updatedAt: '2026-11-24T19:00:00.000Z',
    links: [],
    ...change,
  }
}

export const submitted = (number: number): SubmittedContribution => ({
  ...contribution(number),
  authorToken: `token-${number}`,
})
