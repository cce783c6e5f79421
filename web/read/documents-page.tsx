import { For, Match, Show, Switch } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'
import { categoryIds } from '#contract/vocabulary.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useHeadingFocus, useTitle } from '../session/page.ts'
import { formatDay, formatNumber } from '../text/dates.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { read } from '../text/read.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Failure } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { maybeSuperseded } from './document-head.tsx'
import './reading-page.css'

/** Every vision, by-law and plan of the map: what such a document is, whose it is, of which day, and the door to its text. */
export function DocumentsPage() {
  const t = useText(read)
  const { catalogue } = useConsultation()
  const load = catalogue()
  let heading: HTMLHeadingElement | undefined
  useTitle(() => t().documents)
  useHeadingFocus(() => heading)
  const groups = () =>
    categoryIds
      .map((category) => ({ category, documents: (load.data()?.documents ?? []).filter((one) => one.category === category) }))
      .filter((group) => group.documents.length > 0)
  return (
    <Page>
      <div class="page-text">
        <h1 ref={heading} tabindex="-1">
          {t().documents}
        </h1>
        <p>{t().intro}</p>
        <Switch>
          <Match when={load.error() !== undefined}>
            <Failure error={load.error()} onRetry={load.retry} />
          </Match>
          <Match when={load.data() === undefined}>
            <Skeleton rows={4} label={t().loadingDocuments} />
          </Match>
          <Match when={groups().length === 0}>
            <p>{t().noDocuments}</p>
          </Match>
          <Match when={true}>
            <For each={groups()}>
              {(group) => (
                <section class="stack">
                  <h2 class="documents-category">{vocabulary().categories[group.category]}</h2>
                  <p class="soft">{t().whatIs[group.category].answer}</p>
                  <ul class="plain stack">
                    <For each={group.documents}>{(document) => <DocumentCard document={document} />}</For>
                  </ul>
                </section>
              )}
            </For>
          </Match>
        </Switch>
      </div>
    </Page>
  )
}

function DocumentCard(props: { readonly document: Document }) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  return (
    <li class="card">
      <h3 lang="nl">{props.document.title}</h3>
      <p class="small soft">
        {props.document.authority} · {t().versionOf(formatDay(props.document.date, language()))} ({props.document.version}) ·{' '}
        {t().layers(formatNumber(props.document.layers.length, language()), props.document.layers.length === 1)}
      </p>
      <Show when={props.document.example || maybeSuperseded(props.document)}>
        <p class="row">
          <Show when={props.document.example}>
            <Chip class="chip-example">{t().example}</Chip>
          </Show>
          <Show when={maybeSuperseded(props.document)}>
            <Chip class="chip-example">{t().superseded}</Chip>
          </Show>
        </p>
      </Show>
      <Show when={props.document.text !== undefined} fallback={<p class="small">{t().noText}</p>}>
        <ButtonLink icon="book" href={href(paths.document(consultation().id, props.document.id))}>
          {t().readIt} <span class="hidden-text">{props.document.title}</span>
        </ButtonLink>
      </Show>
    </li>
  )
}
