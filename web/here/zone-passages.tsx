import { createMemo, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { DocumentText } from '#contract/document-text.ts'
import { useDocumentText } from '../read/document-text.ts'
import { findElement, titleOf } from '../read/text-tree.ts'
import { here } from '../text/here.ts'
import { useText } from '../text/index.ts'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { keepInPlace } from './keep-in-place.ts'
import type { Door } from './opened.ts'
import { passagesOf } from './passages.ts'
import type { ZoneView } from './zone-view.ts'

const Passage = lazy(async () => ({ default: (await import('../read/passage.tsx')).Passage }))

/** Texts in view beside the one that is open, before the rest is folded. */
const inView = 3

/** What a zone's document says of it: one passage in full, the others by name. */
export function ZonePassages(props: { readonly zone: ZoneView; readonly door: Door; readonly level: number }) {
  const t = useText(here)
  const load = useDocumentText(() => props.zone.document)
  return (
    <Switch>
      <Match when={load.error() !== undefined}>
        <Failure error={load.error()} onRetry={load.retry} />
      </Match>
      <Match when={load.data()}>{(text) => <Texts {...props} text={text()} />}</Match>
      <Match when={true}>
        <Skeleton rows={2} label={t().textLoading} />
      </Match>
    </Switch>
  )
}

function Texts(props: { readonly zone: ZoneView; readonly door: Door; readonly level: number; readonly text: DocumentText }) {
  const t = useText(here)
  const ids = createMemo(() => passagesOf(props.zone, props.text))
  /** A link may name a passage that this zone no longer has: then the first. */
  const current = () => {
    const wanted = props.door.opened()?.passage
    return wanted && ids().includes(wanted) ? wanted : ids()[0]
  }
  const others = () => ids().filter((id) => id !== current())
  const titles = createMemo(() => {
    const named = ids().map((id) => {
      const place = findElement(props.text, id)
      return [id, (place && titleOf(place)) || props.zone.documentTitle] as const
    })
    return new Map(named)
  })
  const rows = (list: readonly string[]) => (
    <ul class="plain here-others">
      <For each={list}>
        {(id) => (
          <li>
            <button
              type="button"
              class="here-other"
              lang="nl"
              onClick={(event) => {
                const card = event.currentTarget.closest('.here-zone') ?? event.currentTarget
                keepInPlace(card, () => props.door.open({ zone: props.zone.name, passage: id }))
              }}
            >
              {titles().get(id)}
            </button>
          </li>
        )}
      </For>
    </ul>
  )
  return (
    <Show when={props.zone.document && current()} fallback={<p class="small soft">{t().noText}</p>} keyed>
      {(id) => (
        <Show when={props.zone.document}>
          {(document) => (
            <>
              <Suspense fallback={<Skeleton rows={2} label={t().textLoading} />}>
                <Passage document={document()} id={id} level={props.level} />
              </Suspense>
              <Show when={others().length > 0}>
                <Show
                  when={others().length > inView}
                  fallback={
                    <>
                      <p class="small soft">{t().otherTexts(others().length)}</p>
                      {rows(others())}
                    </>
                  }
                >
                  <details class="here-fold">
                    <summary>{t().otherTexts(others().length)}</summary>
                    {rows(others())}
                  </details>
                </Show>
              </Show>
            </>
          )}
        </Show>
      )}
    </Show>
  )
}
