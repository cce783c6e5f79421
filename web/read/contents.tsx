import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { language, useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Icon } from '../ui/icon.tsx'
import { useReading } from './reading.ts'
import { findElement, hasHeading, nameOf } from './text-tree.ts'
import './contents.css'

/** What has a name below an element: its children, and those of nameless ones in between. */
const namedBelow = (elements: readonly TextElement[]): TextElement[] =>
  elements.flatMap((element) => (hasHeading(element) ? [element] : namedBelow(element.children)))

/** The table of contents: chapters that fold out, the one being read marked and unfolded. */
export function Contents(props: {
  readonly text: DocumentText
  readonly current: string | undefined
  readonly onGo?: (() => void) | undefined
}) {
  const t = useText(read)
  let list!: HTMLUListElement
  /** The element being read, or the nearest around it that stands in the contents; and all that holds it. */
  const way = createMemo(() => {
    const place = props.current === undefined ? undefined : findElement(props.text, props.current)
    return place ? [...place.above, place.element].filter(hasHeading).map((element) => element.id) : []
  })
  // Within its own box only: the page must not move. After what a dialog does when it opens.
  createEffect(
    on(way, () => {
      const frame = requestAnimationFrame(() => {
        const box = list.closest('dialog') ?? list.closest('.read-scroll')
        const here = list.querySelector('[aria-current]')
        if (!box || !here) return
        const [outer, inner] = [box.getBoundingClientRect(), here.getBoundingClientRect()]
        if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3
      })
      onCleanup(() => cancelAnimationFrame(frame))
    }),
  )
  return (
    <nav aria-label={t().contents}>
      <ul class="plain contents" ref={list} lang="nl">
        <For each={namedBelow(props.text.elements)}>{(element) => <Entry element={element} way={way()} onGo={props.onGo} />}</For>
      </ul>
    </nav>
  )
}

function Entry(props: {
  readonly element: TextElement
  readonly way: readonly string[]
  readonly onGo?: (() => void) | undefined
}) {
  const t = useText(read)
  const { document } = useReading()
  const { consultation } = useConsultation()
  const { address, href } = useAddress()
  const below = createMemo(() => namedBelow(props.element.children))
  const onWay = () => props.way.includes(props.element.id)
  const [pressed, setPressed] = createSignal<boolean>()
  // What somebody folded stays so until they read on into it, or out of it.
  createEffect(on(onWay, () => setPressed(undefined), { defer: true }))
  const open = () => pressed() ?? onWay()
  return (
    <li>
      <div class="contents-entry">
        <Show when={below().length > 0} fallback={<span class="contents-leaf" />}>
          <button
            type="button"
            class="contents-fold"
            lang={language()}
            aria-expanded={open()}
            aria-label={t().unfold(nameOf(props.element))}
            onClick={() => setPressed(!open())}
          >
            <Icon name={open() ? 'chevron-up' : 'chevron-down'} />
          </button>
        </Show>
        <a
          href={href(paths.passage(consultation().id, document().id, props.element.id), { find: address().find })}
          aria-current={props.way.at(-1) === props.element.id ? 'location' : undefined}
          onClick={() => props.onGo?.()}
        >
          {nameOf(props.element)}
        </a>
      </div>
      <Show when={open()}>
        <ul class="plain contents">
          <For each={below()}>{(element) => <Entry element={element} way={props.way} onGo={props.onGo} />}</For>
        </ul>
      </Show>
    </li>
  )
}
