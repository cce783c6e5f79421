import { For, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Document } from '#contract/catalogue.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { share } from '../ui/share.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useDocumentText } from './document-text.ts'
import { ReadingContext } from './reading.ts'
import { headingTag } from './text-blocks.tsx'
import { Body, ElementInFull } from './text-element.tsx'
import { findElement, hasHeading, nameOf, type Placed, sizeOf, titleOf } from './text-tree.ts'
import './read.css'

/** A passage of more elements than this (a whole chapter) shows its own text and names what lies below it. */
const inFullAtMost = 40

/** One passage of a document, in full and in place: where it stands, what it says, and the links to share it and to read on. */
export function Passage(props: {
  readonly document: Document
  /** `wId` of the passage, as `Layer.passages` and `Zone.passages` name it. */
  readonly id: string
  /** Level of its heading; 3 unless told otherwise. */
  readonly level?: number
}) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const load = useDocumentText(() => props.document)
  const place = () => {
    const text = load.data()
    return text && findElement(text, props.id)
  }
  return (
    <Switch>
      <Match when={props.document.text === undefined}>
        <p class="small soft">{t().noText}</p>
      </Match>
      <Match when={load.error() !== undefined}>
        <Failure error={load.error()} onRetry={load.retry} />
      </Match>
      <Match when={load.data() === undefined}>
        <Skeleton rows={2} label={t().loadingText} />
      </Match>
      <Match when={place()}>
        {(found) => (
          <ReadingContext.Provider value={{ document: () => props.document, anchors: false }}>
            <Found place={found()} document={props.document} level={props.level ?? 3} />
          </ReadingContext.Provider>
        )}
      </Match>
      <Match when={true}>
        <p>
          {t().passageGone} <a href={href(paths.document(consultation().id, props.document.id))}>{t().toDocument}</a>
        </p>
      </Match>
    </Switch>
  )
}

function Found(props: { readonly place: Placed; readonly document: Document; readonly level: number }) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const element = () => props.place.element
  const title = () => titleOf(props.place) || props.document.title
  const link = (id: string) => paths.passage(consultation().id, props.document.id, id)
  const whole = () => sizeOf(element()) <= inFullAtMost
  const url = () => new URL(link(element().id), location.origin).href
  return (
    <div class="passage">
      <PlaceInDocument place={props.place} document={props.document} />
      <div class="text passage-text" lang="nl">
        <Dynamic component={headingTag(props.level)} class="passage-title">
          {title()}
        </Dynamic>
        <Body element={element()} level={props.level + 1} />
        <Show
          when={whole()}
          fallback={
            <>
              <p>{t().below}</p>
              <ul>
                <For each={element().children.filter(hasHeading)}>
                  {(child) => (
                    <li>
                      <a href={href(link(child.id))}>{nameOf(child)}</a>
                    </li>
                  )}
                </For>
              </ul>
            </>
          }
        >
          <For each={element().children}>{(child) => <ElementInFull element={child} level={props.level + 1} />}</For>
        </Show>
      </div>
      <Show when={element().blocks.length === 0 && element().children.length === 0}>
        <p class="soft">{t().emptyPassage}</p>
      </Show>
      <div class="passage-tools no-print">
        <ButtonLink icon="book" href={href(link(element().id))}>
          {t().inDocument} <span class="hidden-text">{title()}</span>
        </ButtonLink>
        <Button look="quiet" icon="share" onClick={() => share(title(), url(), t())}>
          {t().share} <span class="hidden-text">{title()}</span>
        </Button>
      </div>
    </div>
  )
}

/** The way from the document down to a passage, each step a link. */
function PlaceInDocument(props: { readonly place: Placed; readonly document: Document }) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const steps = () => [
    { name: props.document.title, path: paths.document(consultation().id, props.document.id) },
    ...props.place.above
      .filter(hasHeading)
      .map((element) => ({ name: nameOf(element), path: paths.passage(consultation().id, props.document.id, element.id) })),
  ]
  return (
    <p class="passage-place small">
      <span class="hidden-text">{t().place} </span>
      <For each={steps()}>
        {(step, i) => (
          <>
            <Show when={i() > 0}>
              <span aria-hidden="true"> › </span>
            </Show>
            <a href={href(step.path)} lang="nl">
              {step.name}
            </a>
          </>
        )}
      </For>
    </p>
  )
}
