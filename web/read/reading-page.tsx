import { useParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'
import { paths, useAddress } from '../address.ts'
import { NotFoundPage } from '../consultation/not-found-page.tsx'
import { useConsultation } from '../session/consultation.ts'
import { useHeadingFocus, useTitle } from '../session/page.ts'
import { useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { DocumentFacts, DocumentLine, DocumentWarnings, ToDocuments } from './document-head.tsx'
import { useDocumentText } from './document-text.ts'
import { Reader } from './reader.tsx'
import { findElement, titleOf } from './text-tree.ts'
import './read.css'
import './reading-page.css'

/** One document, to be read: what it is, and its text with contents, search and the map beside it. */
export function ReadingPage() {
  const t = useText(read)
  const params = useParams<{ document: string; passage?: string }>()
  const { catalogue } = useConsultation()
  const load = catalogue()
  const document = createMemo(() => load.data()?.documents.find((one) => one.id === params.document))
  return (
    <Switch>
      <Match when={document()} keyed>
        {(found) => <OneDocument document={found} passage={params.passage} />}
      </Match>
      <Match when={load.error() !== undefined}>
        <Page>
          <Failure error={load.error()} onRetry={load.retry} />
        </Page>
      </Match>
      <Match when={load.data() === undefined}>
        <Page>
          <Skeleton rows={5} label={t().loadingText} />
        </Page>
      </Match>
      <Match when={true}>
        <NotFoundPage title={t().documentMissing} />
      </Match>
    </Switch>
  )
}

function OneDocument(props: { readonly document: Document; readonly passage: string | undefined }) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const text = useDocumentText(() => props.document)
  let heading: HTMLHeadingElement | undefined
  const passage = () => {
    const [known, id] = [text.data(), props.passage]
    return known && id !== undefined ? findElement(known, id) : undefined
  }
  useTitle(() => {
    const found = passage()
    return [found ? titleOf(found) : '', props.document.title].filter((part) => part !== '').join(' · ')
  })
  useHeadingFocus(() => (props.passage === undefined ? heading : undefined))
  const deep = () => passage() !== undefined
  return (
    <Page>
      <div class="read-head" classList={{ 'read-head-short': deep() }}>
        <ToDocuments />
        <h1 ref={heading} tabindex="-1" lang="nl">
          {props.document.title}
        </h1>
        <DocumentWarnings document={props.document} />
        <Show when={!deep()} fallback={<DocumentLine document={props.document} />}>
          <DocumentFacts document={props.document} />
          <details class="read-means no-print">
            <summary>{t().whatIs[props.document.category].question}</summary>
            <p>{t().whatIs[props.document.category].answer}</p>
          </details>
        </Show>
      </div>
      <Switch>
        <Match when={props.document.text === undefined}>
          <div class="page-text">
            <p>{t().noText}</p>
            <ButtonLink icon="layers" href={href(paths.layers(consultation().id))}>
              {t().toLayers}
            </ButtonLink>
          </div>
        </Match>
        <Match when={text.error() !== undefined}>
          <Failure error={text.error()} onRetry={text.retry} />
        </Match>
        <Match when={text.data()} keyed>
          {(known) => <Reader document={props.document} text={known} passage={props.passage} />}
        </Match>
        <Match when={true}>
          <Skeleton rows={6} label={t().loadingText} />
        </Match>
      </Switch>
    </Page>
  )
}
