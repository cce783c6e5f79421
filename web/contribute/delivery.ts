/**
 * Contributions on their way: written down before they are sent and struck off once they are answered, so that a lost network,
 * a reload or a closed tab loses nothing. Sending again is safe: the Idempotency-Key goes with the entry.
 */
import type { ContributionDraftInput, SubmittedContribution } from '#contract/contribution.ts'
import type { Problem } from '#contract/problem.ts'
import type { Device } from './device.ts'
import type { Draft } from './draft.ts'

export interface OutboxEntry {
  readonly key: string
  readonly consultation: string
  readonly input: ContributionDraftInput
  /** The form's own draft, for when the server wants something changed. */
  readonly draft: Draft
  /** Milliseconds since 1970. */
  readonly queuedAt: number
  /** Set when the server refused it: it waits for its author, not for the network. */
  readonly problem: Problem | null
}

/** `later`: no connection, or the server is busy or broken; the entry stays and is tried again. */
export type Answer =
  | { readonly is: 'accepted'; readonly contribution: SubmittedContribution }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'later' }

export interface OutboxParts {
  readonly device: Device
  /** Sends one entry. What the network or the server does is an answer; only a fault of our own rejects. */
  readonly send: (entry: OutboxEntry) => Promise<Answer>
  /** Keeps what was accepted, before the entry is struck off. */
  readonly accept: (key: string, contribution: SubmittedContribution) => void
  /** Runs something after so many milliseconds; gives back how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Called whenever the entries have changed. */
  readonly changed: () => void
}

export interface Outbox {
  /** Entries in the order in which they were written. */
  entries(): OutboxEntry[]
  /** Writes the entry down and sends it. Sent twice at once (a double click), it is one sending with one answer. */
  put(entry: OutboxEntry): Promise<Answer>
  /** Sends all that waits; call it when the network or the page comes back. */
  flush(): Promise<void>
  /** Takes an entry out, for its author to change. */
  takeBack(key: string): OutboxEntry | undefined
}

const prefix = 'vliegwiel:outbox:'
/** First and longest pause between two attempts, in milliseconds; each pause is twice the one before. */
const pause = { first: 5_000, longest: 300_000 }
/** A sending that takes longer, in milliseconds, counts as a lost connection: the phone may have walked out of reach. */
const patience = 30_000

export function openOutbox(parts: OutboxParts): Outbox {
  const { device, send, accept, after, changed } = parts
  const underway = new Map<string, Promise<Answer>>()
  let wait = pause.first
  let callOff: (() => void) | undefined

  function entries(): OutboxEntry[] {
    return device
      .keys(prefix)
      .flatMap((key) => readEntry(device.read(key)) ?? [])
      .sort((a, b) => a.queuedAt - b.queuedAt)
  }

  function deliver(entry: OutboxEntry): Promise<Answer> {
    const running = underway.get(entry.key)
    if (running) return running
    const answer = attempt(entry).finally(() => underway.delete(entry.key))
    underway.set(entry.key, answer)
    return answer
  }

  async function attempt(entry: OutboxEntry): Promise<Answer> {
    const answer = await inTime(send(entry))
    if (answer.is === 'accepted') {
      accept(entry.key, answer.contribution)
      device.remove(prefix + entry.key)
      wait = pause.first
    } else if (answer.is === 'refused') {
      // Its author may have taken it back meanwhile: then there is nothing to mark.
      if (device.read(prefix + entry.key) !== undefined)
        device.write(prefix + entry.key, { ...entry, problem: answer.problem } satisfies OutboxEntry)
    } else retryLater()
    changed()
    return answer
  }

  /** One timer for all: the first failure sets it, and each time that it goes off in vain the pause doubles. */
  function retryLater(): void {
    if (callOff) return
    callOff = after(wait, () => {
      callOff = undefined
      wait = Math.min(wait * 2, pause.longest)
      void flush()
    })
  }

  function inTime(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const stop = after(patience, () => resolve({ is: 'later' }))
      answer.finally(stop).then(resolve, reject)
    })
  }

  async function flush(): Promise<void> {
    callOff?.()
    callOff = undefined
    // One after the other: a phone that has just found a network should not send ten things at once.
    for (const entry of entries()) {
      if (entry.problem === null && (await deliver(entry)).is === 'later') return
    }
  }

  return {
    entries,
    put(entry) {
      if (!underway.has(entry.key)) {
        device.write(prefix + entry.key, entry)
        changed()
      }
      return deliver(entry)
    },
    flush,
    takeBack(key) {
      const entry = readEntry(device.read(prefix + key))
      device.remove(prefix + key)
      changed()
      return entry
    },
  }
}

/** What was written is trusted as far as its frame goes: the server checks the contents, as it must anyway. */
function readEntry(value: unknown): OutboxEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const entry = value as Partial<OutboxEntry>
  const framed =
    typeof entry.key === 'string' &&
    typeof entry.consultation === 'string' &&
    typeof entry.queuedAt === 'number' &&
    typeof entry.input === 'object' &&
    entry.input !== null &&
    typeof entry.draft === 'object' &&
    entry.draft !== null &&
    (entry.problem === null || typeof entry.problem === 'object')
  return framed ? (value as OutboxEntry) : undefined
}
