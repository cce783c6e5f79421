import { createMemo, createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'
import { categoryIds } from '#contract/vocabulary.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { useEscape } from '../session/page.ts'
import { useText, vocabulary } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ActiveLayers } from './active-layers.tsx'
import { CompareTool } from './compare-tool.tsx'
import { DocumentLayers } from './document-layers.tsx'
import { Fold } from './fold.tsx'
import { createFolds } from './folds.ts'
import { layerMatches } from './layer-groups.ts'
import { isOn } from './layer-order.ts'
import { useLayers } from './use-layers.ts'
import './plan.css'

/** Every map layer of vision, rules and zoning: find, switch on, order, fade, compare, read where it comes from. */
export function LayersPanel() {
  const t = useText(plan)
  const { consultation, catalogue } = useConsultation()
  const { address, href, go } = useAddress()
  const desk = useDesk()
  const load = catalogue()
  const shown = useLayers()
  if (desk?.sheet() === 'peek') desk.setSheet('half')
  useEscape(() => go(paths.map(consultation().id)))
  return (
    <Panel title={t().layers} back={{ href: href(paths.map(consultation().id)), label: t().back }} class="layers">
      <Switch>
        <Match when={load.error() !== undefined}>
          <p>{t().failed}</p>
          <Failure error={load.error()} onRetry={load.retry} />
        </Match>
        <Match when={load.data() === undefined}>
          <Skeleton rows={5} label={t().loading} />
        </Match>
        <Match when={load.data()?.documents.every((document) => document.layers.length === 0)}>
          <p>{t().none}</p>
        </Match>
        <Match when={true}>
          <p class="soft">
            {t().intro} {t().visionMeans}
          </p>
          <ActiveLayers shown={shown} catalogue={load.data()} changed={address().layers !== null} />
          <CompareTool shown={shown} />
          <AllLayers documents={load.data()?.documents ?? []} shown={shown} />
        </Match>
      </Switch>
    </Panel>
  )
}

/** What there is to choose from, folded by category, document and main line; a search unfolds what it finds. */
function AllLayers(props: { readonly documents: readonly Document[]; readonly shown: ReturnType<typeof useLayers> }) {
  const t = useText(plan)
  const id = createUniqueId()
  const folds = createFolds()
  const [words, setWords] = createSignal('')
  let field!: HTMLInputElement
  const found = createMemo(() =>
    props.documents.map((document) => ({
      document,
      count: document.layers.filter((layer) => words() === '' || layerMatches({ layer, document }, words())).length,
    })),
  )
  const count = () => found().reduce((sum, one) => sum + one.count, 0)
  const clear = () => {
    setWords('')
    field.value = ''
    field.focus()
  }
  const documents = (category: Document['category']) =>
    found().flatMap((one) => (one.document.category === category && one.count > 0 ? [one.document] : []))
  const layersOf = (category: Document['category']) => documents(category).flatMap(({ layers }) => layers)
  return (
    <section class="all-layers">
      <h2>{t().all}</h2>
      <div class="field">
        <label class="field-label" for={id}>
          {t().search}
        </label>
        <input
          id={id}
          ref={field}
          class="input"
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          placeholder={t().searchHint}
          onInput={(event) => setWords(event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            // Escape empties the field first; the panel closes at the next.
            if (event.key !== 'Escape' || words() === '') return
            event.preventDefault()
            clear()
          }}
        />
      </div>
      <p class="soft" role="status">
        {words() === '' ? t().layersInAll(count()) : t().searchCount(count())}
      </p>
      <Show when={count() === 0}>
        <div class="row">
          <p class="soft">{t().searchNone}</p>
          <Button icon="close" onClick={clear}>
            {t().searchClear}
          </Button>
        </div>
      </Show>
      <For each={categoryIds}>
        {(category) => (
          <Show when={documents(category).length > 0}>
            <Fold
              class="layer-category"
              key={category}
              folds={folds}
              standard={true}
              searching={words() !== ''}
              on={layersOf(category).filter((layer) => isOn(props.shown.layers(), layer.id)).length}
              count={layersOf(category).length}
              title={<h3>{vocabulary().categories[category]}</h3>}
            >
              <For each={documents(category)}>
                {(document) => <DocumentLayers document={document} shown={props.shown} words={words()} folds={folds} />}
              </For>
            </Fold>
          </Show>
        )}
      </For>
    </section>
  )
}
