/** Fetches what compares two maps when the page first asks for it, and shows it for as long as the page wants. */
import { type ComponentProps, createEffect, createSignal, Show } from 'solid-js'
import type { Compare as CompareView } from './compare.tsx'
import type { Sides } from './port.ts'

interface Props extends Omit<ComponentProps<typeof CompareView>, 'sides'> {
  readonly sides: Sides | null | undefined
  /** Its code could not be fetched. */
  readonly onFailed: () => void
}

export function CompareOnMap(props: Props) {
  const [view, setView] = createSignal<typeof CompareView>()
  createEffect(() => {
    if (!props.sides || view()) return
    import('./compare.tsx').then(
      ({ Compare }) => setView(() => Compare),
      () => {
        props.onFailed()
        props.onEnd()
      },
    )
  })
  const wanted = () => props.sides !== null && props.sides !== undefined
  return (
    <Show when={wanted() && view()} keyed>
      {(Compare) => <Compare {...props} sides={props.sides ?? { left: [], right: [] }} />}
    </Show>
  )
}
