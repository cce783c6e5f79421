/** The app's outbox: what is on its way from this device, and when it is tried again. */
import { createSignal } from 'solid-js'
import type { SubmittedContribution } from '#contract/contribution.ts'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { toast } from '../ui/toast.tsx'
import { type OutboxEntry, openOutbox } from './delivery.ts'
import { device } from './device.ts'
import { own } from './own.ts'
import { sendEntry } from './sender.ts'

const o = useText(ownWords)
const [entries, setEntries] = createSignal<readonly OutboxEntry[]>([])
/** What was placed while this page was open, by its key. */
const [placed, setPlaced] = createSignal<ReadonlyMap<string, SubmittedContribution>>(new Map())
/** Keys whose fate a form shows itself: they need no message elsewhere. */
const watched = new Set<string>()

export const outbox = openOutbox({
  device,
  send: (entry) => sendEntry(entry),
  accept(key, contribution) {
    own.add(contribution)
    setPlaced((old) => new Map(old).set(key, contribution))
    if (!watched.has(key)) toast(contribution.state === 'published' ? o().thanks.after : o().thanks.before)
  },
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  changed: () => setEntries(outbox.entries()),
})

/** Entries of one consultation, oldest first. Reactive. */
export const outboxEntries = (consultation: string): readonly OutboxEntry[] =>
  entries().filter((entry) => entry.consultation === consultation)

/** What became of an entry, once it has been placed. Reactive. */
export const placedAs = (key: string): SubmittedContribution | undefined => placed().get(key)

/** While `watch` is on, a form shows itself what becomes of the entry. */
export function watch(key: string): () => void {
  watched.add(key)
  return () => watched.delete(key)
}

/** Sends what an earlier visit left behind, and again whenever the network or the page comes back. Call it once, at the start. */
export function startOutbox(): void {
  const read = () => setEntries(outbox.entries())
  const flush = () => void outbox.flush()
  window.addEventListener('online', flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') flush()
  })
  // Another tab sent, edited or withdrew something.
  window.addEventListener('storage', () => {
    read()
    own.reload()
  })
  read()
  flush()
}
