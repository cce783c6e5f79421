import { createEffect, createSignal, createUniqueId, For, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { maxWords } from '../address-query.ts'
import { useConsultation } from '../session/consultation.ts'
import { formatNumber } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Finding } from './find.ts'
import { MarkedText } from './marked-text.tsx'
import { useReading } from './reading.ts'
import type { Hit } from './search.ts'
import './contents.css'

/** Milliseconds without a key before the words go into the address and are looked for. */
const pause = 300
const firstHits = 40

/** The field to search in this document. Enter goes to the results. */
export function FindBox(props: { readonly onResults?: () => void }) {
  const t = useText(read)
  const { address, change } = useAddress()
  const id = createUniqueId()
  let field!: HTMLInputElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    const find = field.value.trim().slice(0, maxWords)
    if (find !== address().find) change({ find })
  }
  onCleanup(() => clearTimeout(timer))
  // What changes the address otherwise (the back button, "wis") changes the field.
  createEffect(
    on(
      () => address().find,
      (find) => {
        if (field.value.trim() !== find) field.value = find
      },
    ),
  )
  return (
    <search class="no-print">
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault()
          look()
          props.onResults?.()
        }}
      >
        <label class="field-label" for={id}>
          {t().find}
        </label>
        <input
          ref={field}
          id={id}
          class="input"
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          maxlength={maxWords}
          onInput={() => {
            clearTimeout(timer)
            timer = setTimeout(look, pause)
          }}
        />
      </form>
    </search>
  )
}

/** Passages that hold all the words, each with what is around them. */
export function Hits(props: { readonly finding: Finding; readonly onGo?: (() => void) | undefined }) {
  const t = useText(read)
  const { address, change } = useAddress()
  const [all, setAll] = createSignal(false)
  createEffect(on(props.finding.found, () => setAll(false), { defer: true }))
  const found = () => props.finding.found()
  const hits = () => found()?.hits ?? []
  const shown = () => (all() ? hits() : hits().slice(0, firstHits))
  const said = () => {
    const now = found()
    return now ? t().hits(formatNumber(now.hits.length, language()), now.hits.length === 1, address().find) : ''
  }
  return (
    <section class="hits" aria-label={t().results}>
      <p class="small" role="status">
        {said()}
      </p>
      <Switch>
        <Match when={props.finding.search.error() !== undefined}>
          <Failure error={props.finding.search.error()} onRetry={props.finding.search.retry} />
        </Match>
        <Match when={found() === undefined}>
          <Skeleton rows={2} label={t().searching} />
        </Match>
        <Match when={hits().length === 0}>
          <div class="stack-small">
            <Show when={(found()?.missing.length ?? 0) > 0 && found()}>
              {(now) => (
                <p>
                  {t().missing(
                    now()
                      .missing.map((word) => `‘${word}’`)
                      .join(', '),
                  )}
                </p>
              )}
            </Show>
            <p>{t().nothingFound}</p>
          </div>
        </Match>
        <Match when={true}>
          <ol class="plain">
            <For each={shown()}>{(hit) => <HitLink hit={hit} onGo={props.onGo} />}</For>
          </ol>
          <Show when={shown().length < hits().length}>
            <Button look="quiet" onClick={() => setAll(true)}>
              {t().allHits(hits().length)}
            </Button>
          </Show>
        </Match>
      </Switch>
      <Button look="quiet" icon="close" onClick={() => change({ find: '' })}>
        {t().clear}
      </Button>
    </section>
  )
}

function HitLink(props: { readonly hit: Hit; readonly onGo?: (() => void) | undefined }) {
  const { document } = useReading()
  const { consultation } = useConsultation()
  const { address, href } = useAddress()
  return (
    <li class="hit" lang="nl">
      <a
        href={href(paths.passage(consultation().id, document().id, props.hit.id), { find: address().find })}
        onClick={() => props.onGo?.()}
      >
        {props.hit.title || document().title}
      </a>
      <p class="small">
        <MarkedText text={props.hit.snippet} spans={props.hit.spans} />
      </p>
    </li>
  )
}
