import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import type { TextElement } from '#contract/document-text.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Icon } from '../ui/icon.tsx'
import type { Part, Parts } from './parts.ts'
import { useReading } from './reading.ts'
import { Blocks } from './text-blocks.tsx'
import { ElementInFull } from './text-element.tsx'
import { Text } from './text-runs.tsx'
import { hasHeading, nameOf } from './text-tree.ts'

/** One part of the text: where it stands, what it says, and the way to the parts before and after it. */
export function PartView(props: {
  readonly parts: Parts
  readonly number: number
  readonly beside: (element: TextElement, level: number) => JSX.Element
}) {
  const part = () => props.parts.list[props.number]
  return (
    <Show when={part()} keyed>
      {(now) => (
        <>
          <WayTo part={now} />
          <div class="text" lang="nl">
            <Show when={now.head} keyed>
              {(head) => (
                <div class="text-element" id={head.id} tabindex="-1">
                  <Show when={hasHeading(head)}>
                    <h2>
                      <Text text={nameOf(head)} />
                    </h2>
                  </Show>
                  {props.beside(head, 3)}
                  <Blocks blocks={head.blocks} level={3} />
                </div>
              )}
            </Show>
            <For each={now.elements}>
              {(element) => <ElementInFull element={element} level={now.head ? 3 : 2} beside={props.beside} />}
            </For>
            <Show when={now.head} keyed>
              {(head) => <Below head={head} parts={props.parts} number={props.number} />}
            </Show>
          </div>
          <Neighbours parts={props.parts} number={props.number} />
        </>
      )}
    </Show>
  )
}

const useLink = () => {
  const { document } = useReading()
  const { consultation } = useConsultation()
  const { address, href } = useAddress()
  return (id: string) => href(paths.passage(consultation().id, document().id, id), { find: address().find })
}

/** The chapters that hold this part; nothing above a chapter itself. */
function WayTo(props: { readonly part: Part }) {
  const link = useLink()
  const t = useText(read)
  return (
    <Show when={props.part.above.filter(hasHeading).length > 0}>
      <p class="passage-place small">
        <span class="hidden-text">{t().place} </span>
        <For each={props.part.above.filter(hasHeading)}>
          {(element, i) => (
            <>
              <Show when={i() > 0}>
                <span aria-hidden="true"> › </span>
              </Show>
              <a href={link(element.id)} lang="nl">
                {nameOf(element)}
              </a>
            </>
          )}
        </For>
      </p>
    </Show>
  )
}

/** Of a chapter too long to show at once: the parts that follow. */
function Below(props: { readonly head: TextElement; readonly parts: Parts; readonly number: number }) {
  const link = useLink()
  const below = () => props.head.children.filter((child) => hasHeading(child) && props.parts.of.get(child.id) !== props.number)
  return (
    <Show when={below().length > 0}>
      <ul class="text-below">
        <For each={below()}>
          {(child) => (
            <li>
              <a href={link(child.id)}>{nameOf(child)}</a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Neighbours(props: { readonly parts: Parts; readonly number: number }) {
  const t = useText(read)
  const link = useLink()
  const neighbour = (by: -1 | 1) => props.parts.list[props.number + by]
  return (
    <nav class="neighbours no-print" aria-label={t().neighbours}>
      <Show when={neighbour(-1)}>
        {(part) => (
          <a class="neighbour" href={link(part().id)} rel="prev">
            <Icon name="arrow-left" />
            <span>
              <span class="small soft">{t().previous}</span>
              <span lang="nl">{part().title}</span>
            </span>
          </a>
        )}
      </Show>
      <Show when={neighbour(1)}>
        {(part) => (
          <a class="neighbour neighbour-next" href={link(part().id)} rel="next">
            <span>
              <span class="small soft">{t().next}</span>
              <span lang="nl">{part().title}</span>
            </span>
            <Icon name="arrow-right" />
          </a>
        )}
      </Show>
    </nav>
  )
}
