import { createEffect, createMemo, createSignal, createUniqueId, on, onCleanup, onMount, Show } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Beside } from './beside.tsx'
import { Contents } from './contents.tsx'
import { createCurrent } from './current.ts'
import { createFinding } from './find.ts'
import { FindBox, Hits } from './find-box.tsx'
import { governing, governsOf } from './governed.ts'
import { GovernedCard } from './governed-card.tsx'
import { PartView } from './part-view.tsx'
import { partsOf } from './parts.ts'
import { ReadingContext } from './reading.ts'
import { findElement } from './text-tree.ts'
import { createWide } from './wide.ts'

/** Milliseconds that a passage stays before the map beside it follows. */
const rest = 400

/** The text of a document: contents and search, one part of it, and the zones of the passage that is being read. */
export function Reader(props: {
  readonly document: Document
  readonly text: DocumentText
  readonly passage: string | undefined
}) {
  const t = useText(read)
  const { address } = useAddress()
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const [asked, setAsked] = createSignal(false)
  const roomForContents = createWide('(min-width: 900px)')
  const roomForMap = createWide('(min-width: 1240px)')
  const contentsId = createUniqueId()
  let column!: HTMLDivElement
  const parts = createMemo(() => partsOf(props.text))
  const number = createMemo(() => (props.passage === undefined ? 0 : (parts().of.get(props.passage) ?? 0)))
  const finding = createFinding(
    () => props.text,
    () => address().find,
  )
  const { current, hold, look } = createCurrent(() => column)
  const gone = () => props.passage !== undefined && findElement(props.text, props.passage) === undefined

  // Where the address points to is brought into view and has the focus, after the router has set its own scroll position.
  const goThere = () => {
    const target = props.passage === undefined ? null : document.getElementById(props.passage)
    if (!target) return look()
    target.scrollIntoView({ block: 'start' })
    target.focus({ preventScroll: true })
    hold(target.id)
  }
  let soon = 0
  const go = () => {
    cancelAnimationFrame(soon)
    soon = requestAnimationFrame(() => {
      soon = requestAnimationFrame(goThere)
    })
  }
  onMount(go)
  createEffect(on(() => props.passage, go, { defer: true }))
  onCleanup(() => cancelAnimationFrame(soon))

  const governs = createMemo(() => governsOf(props.document, props.text))
  const [settled, setSettled] = createSignal<string>()
  createEffect(() => {
    const now = current()
    const timer = setTimeout(() => setSettled(now), rest)
    onCleanup(() => clearTimeout(timer))
  })
  /** Changes with the passage only, so that nothing is fetched anew while somebody reads on within it. */
  const shown = createMemo(
    () => {
      const id = settled()
      const place = id === undefined ? undefined : findElement(props.text, id)
      return place && governing(governs(), place)
    },
    undefined,
    { equals: (a, b) => a?.id === b?.id },
  )
  const beside = (element: TextElement, level: number) => (
    <Show when={governs().get(element.id)}>
      {(governed) => <Beside id={element.id} governed={governed()} inPlace={!roomForMap()} level={level} />}
    </Show>
  )
  const side = (onGo?: () => void) => (
    <>
      <FindBox onResults={() => focusFirst()} />
      <div class="read-scroll">
        <Show
          when={address().find !== ''}
          fallback={<Contents text={props.text} current={current() ?? props.passage} onGo={onGo} />}
        >
          <Hits finding={finding} onGo={onGo} />
        </Show>
      </div>
    </>
  )
  const focusFirst = () => requestAnimationFrame(() => document.querySelector<HTMLElement>('.hit a')?.focus())
  return (
    <ReadingContext.Provider value={{ document: () => props.document, anchors: true, marked: () => finding.found()?.marked }}>
      <Show when={gone()}>
        <Notice look="warm" live>
          <p>
            {t().passageGone} <a href={href(paths.document(consultation().id, props.document.id))}>{t().toDocument}</a>
          </p>
        </Notice>
      </Show>
      <div class="read" classList={{ 'read-with-map': roomForMap() }}>
        <Show
          when={roomForContents()}
          fallback={
            <div class="read-bar no-print">
              <Button icon="list" onClick={() => setAsked(true)}>
                {t().contentsAndSearch}
              </Button>
              <Show when={asked()}>
                <Dialog title={t().contentsAndSearch} onClose={() => setAsked(false)}>
                  <div class="read-dialog">{side(() => setAsked(false))}</div>
                </Dialog>
              </Show>
            </div>
          }
        >
          <div class="read-side no-print">
            <h2 class="read-side-title" id={contentsId}>
              {t().contents}
            </h2>
            {side()}
          </div>
        </Show>
        <div class="read-text" ref={column}>
          <PartView parts={parts()} number={number()} beside={beside} />
        </div>
        <Show when={roomForMap()}>
          <aside class="read-map no-print" aria-label={t().onTheMap}>
            <Show when={shown()} fallback={<p class="small soft">{t().noZones}</p>}>
              {(found) => <GovernedCard governed={found().governed} level={2} />}
            </Show>
          </aside>
        </Show>
      </div>
    </ReadingContext.Provider>
  )
}
