import { type JSX, Show } from 'solid-js'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import type { Folds } from './folds.ts'

/** A group that folds: its name, how many of its layers are on, and its contents, which are made when it first opens. */
export function Fold(props: {
  readonly key: string
  readonly folds: Folds
  /** Open until somebody folds it. */
  readonly standard: boolean
  /** Somebody searches: open, and not remembered. */
  readonly searching: boolean
  readonly title: JSX.Element
  readonly on: number
  readonly count: number
  readonly class: string
  /** What stands under the contents, whether folded out or not. */
  readonly foot?: JSX.Element
  readonly children: JSX.Element
}) {
  const t = useText(plan)
  const open = () => props.searching || props.folds.isOpen(props.key, props.standard)
  return (
    <details
      class={`fold ${props.class}`}
      open={open()}
      onToggle={(event) => {
        if (!props.searching) props.folds.set(props.key, event.currentTarget.open)
      }}
    >
      <summary>
        {props.title}
        <span class="small soft fold-count" classList={{ 'fold-count-on': props.on > 0 }}>
          {t().countOf(props.on, props.count)}
        </span>
      </summary>
      <Show when={open()}>{props.children}</Show>
      {props.foot}
    </details>
  )
}
