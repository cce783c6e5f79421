import { createMemo, createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { type CategoryId, categoryIds } from '#contract/vocabulary.ts'
import { paths, useAddress } from '../address.ts'
import type { LayerState } from '../map/port.ts'
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
import { DocumentLayers } from './document-layers.tsx'
import { layerMatches } from './layer-order.ts'
import './plan.css'

/** Every map layer of vision, rules and zoning: switch on, order, fade, read where it comes from. */
export function LayersPanel() {
  const t = useText(plan)
  const { consultation, catalogue } = useConsultation()
  const { address, href, go, change } = useAddress()
  const desk = useDesk()
  const load = catalogue()
  const id = createUniqueId()
  const [words, setWords] = createSignal('')
  if (desk?.sheet() === 'peek') desk.setSheet('half')
  const layers = createMemo(
    (): readonly LayerState[] => address().layers ?? consultation().layers.map((one) => ({ id: one, opacity: 1 })),
  )
  const setLayers = (list: readonly LayerState[]) => change({ layers: list })
  const documents = (category: CategoryId) =>
    (load.data()?.documents ?? []).filter(
      (document) => document.category === category && document.layers.some((layer) => layerMatches({ layer, document }, words())),
    )
  const found = () => categoryIds.some((category) => documents(category).length > 0)
  useEscape(() => go(paths.map(consultation().id)))
  return (
    <Panel title={t().layers} back={{ href: href(paths.map(consultation().id)), label: t().back }} class="layers">
      <Switch>
        <Match when={load.error() !== undefined}>
          <Failure error={load.error()} onRetry={load.retry} />
        </Match>
        <Match when={load.data() === undefined}>
          <Skeleton rows={5} label={t().loading} />
        </Match>
        <Match when={load.data()?.documents.length === 0}>
          <p>{t().none}</p>
        </Match>
        <Match when={true}>
          <p class="soft">
            {t().intro} {t().visionMeans}
          </p>
          <ActiveLayers layers={layers()} catalogue={load.data()} onLayers={setLayers} />
          <div class="row">
            <Show when={address().layers !== null}>
              <Button look="quiet" icon="undo" onClick={() => change({ layers: null })}>
                {t().standard}
              </Button>
            </Show>
            <Show when={layers().length > 0}>
              <Button look="quiet" icon="close" onClick={() => setLayers([])}>
                {t().allOff}
              </Button>
            </Show>
          </div>
          <h2>{t().all}</h2>
          <div class="field">
            <label class="field-label" for={id}>
              {t().search}
            </label>
            <input
              id={id}
              class="input"
              type="search"
              autocomplete="off"
              value={words()}
              onInput={(event) => setWords(event.currentTarget.value.trim())}
            />
          </div>
          <p class="soft" role="status">
            {words() !== '' && !found() ? t().searchNone : ''}
          </p>
          <For each={categoryIds}>
            {(category) => (
              <Show when={documents(category).length > 0}>
                <section class="layer-category">
                  <h3>{vocabulary().categories[category]}</h3>
                  <For each={documents(category)}>
                    {(document) => <DocumentLayers document={document} layers={layers()} words={words()} onLayers={setLayers} />}
                  </For>
                </section>
              </Show>
            )}
          </For>
        </Match>
      </Switch>
    </Panel>
  )
}
