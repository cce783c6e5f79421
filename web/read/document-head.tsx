import { For, Show } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { formatDay } from '../text/dates.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Chip } from '../ui/chip.tsx'
import { Notice } from '../ui/notice.tsx'

/** The importer says so in the title (geodata/imro): of an old structuurvisie nobody knows whether it still stands. */
export const maybeSuperseded = (document: Pick<Document, 'title'>): boolean =>
  /mogelijk vervangen of vervallen/i.test(document.title)

/** What must be known before reading: an example, an old plan, and what kind of document it is. */
export function DocumentWarnings(props: { readonly document: Document }) {
  const t = useText(read)
  return (
    <>
      <Show when={props.document.example}>
        <Notice look="warm" title={t().example}>
          <p>{t().exampleMeans}</p>
        </Notice>
      </Show>
      <Show when={maybeSuperseded(props.document)}>
        <Notice look="warm" title={t().superseded}>
          <p>{t().supersededMeans}</p>
        </Notice>
      </Show>
    </>
  )
}

/** Who made it, which version, of which day, and where it was read. */
export function DocumentFacts(props: { readonly document: Document }) {
  const t = useText(read)
  const facts = () => [
    { name: t().kind, value: vocabulary().categories[props.document.category] },
    { name: t().authority, value: props.document.authority, dutch: true },
    { name: t().date, value: formatDay(props.document.date, language()) },
    { name: t().version, value: props.document.version },
    { name: t().source, value: props.document.source, dutch: true },
  ]
  return (
    <dl class="document-facts small">
      <For each={facts()}>
        {(fact) => (
          <div>
            <dt>{fact.name}</dt>
            <dd lang={fact.dutch ? 'nl' : undefined}>
              <Show when={/^https?:\/\//.test(fact.value)} fallback={fact.value}>
                <a href={fact.value} rel="external noopener noreferrer">
                  {fact.value}
                </a>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}

/** In one line: whose it is and of which day, as it stands in every list. */
export function DocumentLine(props: { readonly document: Document }) {
  const t = useText(read)
  return (
    <p class="small soft">
      {props.document.authority} · {t().versionOf(formatDay(props.document.date, language()))}
      <Show when={props.document.example}>
        {' '}
        <Chip class="chip-example">{t().example}</Chip>
      </Show>
    </p>
  )
}

/** Back to the list of documents. */
export function ToDocuments() {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  return (
    <a class="text-link no-print" href={href(paths.documents(consultation().id))}>
      {t().allDocuments}
    </a>
  )
}
