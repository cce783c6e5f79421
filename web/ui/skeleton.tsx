import { Index } from 'solid-js'

/** Shapes of what comes, while it loads. `label` is read out instead. */
export function Skeleton(props: { readonly rows: number; readonly label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden-text">{props.label}</span>
      <Index each={Array.from({ length: props.rows })}>
        {() => (
          <div class="skeleton-row" aria-hidden="true">
            <span class="skeleton-pin" />
            <span class="skeleton-lines" />
          </div>
        )}
      </Index>
    </div>
  )
}
