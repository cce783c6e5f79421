/** The state of one open form: its draft, what was touched, what is wrong, and keeping it all on the device. */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { FaultSeed } from '#contract/faults.ts'
import { language } from '../text/index.ts'
import { type Draft, isUntouched } from './draft.ts'
import { type DraftStore, newKey } from './draft-store.ts'
import { type FieldFault, type FieldName, faultsOfDraft } from './field-faults.ts'

export interface Form {
  readonly draft: Accessor<Draft>
  readonly key: Accessor<string>
  /** Changes the draft; what the server had against the changed fields is forgotten. */
  change(change: Partial<Draft>): void
  /** The author is done with a field for now: its faults may show. */
  leave(field: FieldName): void
  /** Faults to show now, at most one per field. */
  readonly shown: Accessor<readonly FieldFault[]>
  faultAt(field: FieldName): string | undefined
  /** Shows every fault from now on; true when there is none of the form's own. */
  check(): boolean
  /** Shows what the server refused. */
  refuse(faults: readonly FieldFault[]): void
  /** A fresh Idempotency-Key: the old one belongs to something that was placed already. */
  renewKey(): void
  /** Whether the draft survives this page; undefined while there is nothing to keep. */
  readonly kept: Accessor<boolean | undefined>
  /** Writes the draft down now rather than in a moment. */
  save(): void
  /** The outbox keeps it from here: the draft's slot is cleared, what is on the screen stays. */
  handOver(): void
  /** Starts afresh, or from another draft; the old slot is left as it is unless `forget`. */
  restart(from: { key: string; draft: Draft }, forget?: boolean): void
}

export interface FormOptions {
  /** Whose drafts: see draft-store.ts. */
  readonly subject: string
  readonly start: { readonly key: string; readonly draft: Draft }
  readonly drafts: DraftStore
  /** Rules beyond the schema, e.g. that the place lies within the area. */
  readonly rules: (draft: Draft) => readonly FaultSeed[]
}

/** Pause in typing, in milliseconds, after which the draft is written down. */
const pause = 400

export function createForm(options: FormOptions): Form {
  const { subject, drafts, rules, start } = options
  const [draft, setDraft] = createSignal(start.draft)
  const [key, setKey] = createSignal(start.key)
  const [left, setLeft] = createSignal<ReadonlySet<FieldName>>(new Set())
  const [checked, setChecked] = createSignal(false)
  const [refused, setRefused] = createSignal<readonly FieldFault[]>([])
  const [kept, setKept] = createSignal<boolean | undefined>(isUntouched(start.draft) ? undefined : true)

  const own = createMemo(() => faultsOfDraft(draft(), rules, language()))
  const shown = createMemo(() => {
    const mine = own().filter(({ field }) => field === null || checked() || left().has(field))
    const known = new Set(mine.map(({ field }) => field))
    return [...mine, ...refused().filter(({ field }) => !known.has(field))]
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const save = () => {
    stop()
    const survives = drafts.save(subject, key(), draft())
    setKept(isUntouched(draft()) ? undefined : survives)
  }
  const saveIfDue = () => {
    if (timer !== undefined) save()
  }
  createEffect(
    on(
      draft,
      () => {
        clearTimeout(timer)
        timer = setTimeout(save, pause)
      },
      { defer: true },
    ),
  )
  // A phone may throw a page away without a word once it is out of sight.
  document.addEventListener('visibilitychange', saveIfDue)
  window.addEventListener('pagehide', saveIfDue)
  onCleanup(() => {
    saveIfDue()
    document.removeEventListener('visibilitychange', saveIfDue)
    window.removeEventListener('pagehide', saveIfDue)
  })

  return {
    draft,
    key,
    change(change) {
      const changed = new Set(fieldsOf(change))
      setRefused((faults) => faults.filter(({ field }) => field !== null && !changed.has(field)))
      setDraft((old) => ({ ...old, ...change }))
    },
    leave(field) {
      setLeft((fields) => new Set([...fields, field]))
    },
    shown,
    faultAt: (field) => shown().find((fault) => fault.field === field)?.text,
    check() {
      setChecked(true)
      return own().length === 0
    },
    refuse: setRefused,
    renewKey() {
      drafts.remove(subject, key())
      setKey(newKey())
      save()
    },
    kept,
    save,
    handOver() {
      stop()
      drafts.remove(subject, key())
    },
    restart(from, forget = false) {
      stop()
      if (forget) drafts.remove(subject, key())
      setKey(from.key)
      setLeft(new Set<FieldName>())
      setChecked(false)
      setRefused([])
      setDraft(from.draft)
      setKept(isUntouched(from.draft) ? undefined : true)
    },
  }
}

/** The fields whose answer a change may alter: a place speaks for `geometry` and `village`, answers for every extra field. */
function fieldsOf(change: Partial<Draft>): FieldName[] {
  const { place, fields, ...same } = change
  const names = Object.keys(same) as (keyof typeof same)[]
  return [
    ...names,
    ...(place === undefined ? [] : (['geometry', 'village', 'precision'] as const)),
    ...(fields === undefined ? [] : (Object.keys(fields) as (keyof typeof fields)[])),
  ]
}
