/** Which groups of the panel are folded out: kept for as long as the panel is open, also while a search unfolds them all. */
import { createSignal } from 'solid-js'

export interface Folds {
  /** @param standard for a group that nobody has touched yet */
  readonly isOpen: (key: string, standard: boolean) => boolean
  readonly set: (key: string, open: boolean) => void
}

export function createFolds(): Folds {
  const [touched, setTouched] = createSignal<ReadonlyMap<string, boolean>>(new Map())
  return {
    isOpen: (key, standard) => touched().get(key) ?? standard,
    set: (key, open) => {
      setTouched((before) => new Map(before).set(key, open))
    },
  }
}
