import { For, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { TextElement } from '#contract/document-text.ts'
import { useReading } from './reading.ts'
import { Blocks, headingTag } from './text-blocks.tsx'
import { Text } from './text-runs.tsx'
import { hasHeading, nameOf } from './text-tree.ts'

/** One element in full, with all below it. Where it has a name, that is its heading at `level`. */
export function ElementInFull(props: {
  readonly element: TextElement
  readonly level: number
  /** Stands after the element's own heading, or before its text; `level` is that of a heading in it. */
  readonly beside?: ((element: TextElement, level: number) => JSX.Element) | undefined
}) {
  const { anchors } = useReading()
  const below = () => props.level + (hasHeading(props.element) ? 1 : 0)
  return (
    <div
      class="text-element"
      classList={{ 'text-clause': props.element.kind === 'Lid' }}
      id={anchors ? props.element.id : undefined}
      tabindex={anchors ? '-1' : undefined}
    >
      <Show when={hasHeading(props.element)}>
        <Dynamic component={headingTag(props.level)}>
          <Text text={nameOf(props.element)} />
        </Dynamic>
      </Show>
      {props.beside?.(props.element, below())}
      <Body element={props.element} level={below()} />
      <For each={props.element.children}>
        {(child) => <ElementInFull element={child} level={below()} beside={props.beside} />}
      </For>
    </div>
  )
}

/** The blocks of one element, without what lies below it; a "lid" has its number before them. */
export function Body(props: { readonly element: TextElement; readonly level: number }) {
  const numbered = () => props.element.kind === 'Lid' && props.element.number !== ''
  return (
    <Show when={numbered()} fallback={<Blocks blocks={props.element.blocks} level={props.level} />}>
      <div class="text-line">
        <span class="text-number">{props.element.number}</span>
        <div class="text-numbered">
          <Blocks blocks={props.element.blocks} level={props.level} />
        </div>
      </div>
    </Show>
  )
}
