import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, createSignal, ErrorBoundary, on, onMount, type ParentProps, Show } from 'solid-js'
import { boxOf } from '#domain/quadkey.ts'
import { paths, useAddress } from '../address.ts'
import { api } from '../api.ts'
import { own, ownContributions } from '../contribute/own.ts'
import { itemsQuery, matches } from '../explore/query.ts'
import { createShownItems, ShownItemsContext } from '../explore/shown-items.ts'
import { sidesOf } from '../plan/compare-sides.ts'
import { layersOn } from '../plan/layer-order.ts'
import { useConsultation } from '../session/consultation.ts'
import { createDesk, DeskContext } from '../session/desk.ts'
import { createLoad } from '../session/load.ts'
import { explore } from '../text/explore.ts'
import { language, useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Header } from '../ui/header.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SkipLinks } from '../ui/skip-links.tsx'

/** Most contributions that the map draws from a list (text, village or outcome filter) instead of from tiles. */
const drawnAtMost = 2000
const noPadding = { top: 0, right: 0, bottom: 0, left: 0 }

/** MapLibre and what belongs to it, in chunks of their own. */
async function loadMap() {
  const [map, legend, mine] = await Promise.all([
    import('../map/map-view.tsx'),
    import('../plan/legend.tsx'),
    import('../contribute/own-on-map.ts'),
  ])
  return { MapView: map.default, Legend: legend.Legend, isWaiting: mine.isWaiting, ownOnMap: mine.ownOnMap }
}
type MapParts = Awaited<ReturnType<typeof loadMap>>

/** The map with one panel on its edge. It stays while the panels come and go; MapLibre is fetched after the panel is drawn. */
export function MapPage(props: ParentProps) {
  const t = useText(shell)
  const e = useText(explore)
  const { consultation, catalogue } = useConsultation()
  const { address, href, go, change } = useAddress()
  const location = useLocation()
  const desk = createDesk()
  const shownItems = createShownItems(desk)
  const [parts, setParts] = createSignal<MapParts>()
  const [failed, setFailed] = createSignal(false)
  const id = () => consultation().id
  const contributing = () => location.pathname === paths.contribute(id()) || location.pathname.endsWith('/edit')

  onMount(() => {
    catalogue()
    loadMap()
      .then((loaded) => {
        setParts(loaded)
        // The first pin that is tapped should open at once.
        return import('../explore/detail-panel.tsx')
      })
      .catch(fail)
  })
  const fail = (reason: unknown) => {
    console.warn('The map cannot be shown', reason)
    setFailed(true)
  }

  /** Words, villages, zones and outcomes are not in the tiles' clusters: then the map draws what the API finds. */
  const found = () =>
    address().words !== '' || address().village !== null || address().zone !== null || address().outcomes.length > 0
  /** The zone of the filter stays outlined while it is on. */
  const filteredZone = createMemo(() => {
    const [layer, ...id] = address().zone?.split('/') ?? []
    return layer === undefined || address().zone === null ? null : { layer, id: id.join('/') }
  })
  const filtered = createLoad(
    createMemo(() => {
      const bounds = desk.bounds()
      if (!found() || bounds === undefined) return undefined
      const query = itemsQuery({ ...address(), kinds: [], themes: [], outcomes: [] }, bounds, drawnAtMost)
      // What this device has changed makes the answer old.
      return `${query}#${ownContributions(id()).map((one) => one.id + one.contribution.updatedAt)}`
    }),
    (key, signal) => api.items(id(), new URLSearchParams(key.split('#')[0]), signal),
  )
  /** This device's own as they are now, the others as the API found them. */
  const listed = createMemo(() => {
    if (!found()) return null
    const mine = ownContributions(id()).filter(({ contribution: { state } }) => state === 'published' || state === 'received')
    const ids = new Set(mine.map((one) => one.id))
    const fresh = mine.flatMap(({ feature }) => (matches(feature, address(), desk.bounds() ?? null) ? [feature] : []))
    return [...fresh, ...(filtered.data()?.features ?? []).filter((feature) => !ids.has(feature.id))]
  })
  const contentsOf = async (cell: string, atMost: number) =>
    (await api.items(id(), itemsQuery(address(), boxOf(cell), atMost))).features
  const tooMany = () => listed() !== null && (filtered.data()?.links.some((link) => link.rel === 'next') ?? false)

  createEffect(on(own.list, () => desk.commands()?.refresh(), { defer: true }))
  const layers = createMemo(() => layersOn(address(), consultation().layers))
  const compare = createMemo(() => {
    const wanted = address().compare
    return wanted && !contributing() ? sidesOf(layers(), wanted) : null
  })

  return (
    <DeskContext.Provider value={desk}>
      <div class="frame frame-map">
        <SkipLinks
          links={[
            { id: 'panel', label: t().skipToList },
            { id: 'map', label: t().skipToMap },
          ]}
        />
        <Header />
        <main class="beside">
          <Sheet height={desk.sheet()} onHeight={desk.setSheet} label={t().panelRegion}>
            <ShownItemsContext.Provider value={shownItems}>{props.children}</ShownItemsContext.Provider>
          </Sheet>
          <div id="map" class={`map-place map-place-${desk.sheet()}`} tabindex="-1">
            <Show when={!failed()} fallback={<MapFailed />}>
              <ErrorBoundary
                fallback={(error) => {
                  fail(error)
                  return null
                }}
              >
                <Show when={parts()} fallback={<p class="map-waiting">{t().mapLoading}</p>} keyed>
                  {({ MapView, Legend, isWaiting, ownOnMap }) => (
                    <>
                      <div class="map-fill">
                        <MapView
                          consultation={consultation()}
                          catalogue={catalogue().data()}
                          view={address().view}
                          padding={noPadding}
                          layers={layers()}
                          compare={compare()}
                          onCompareEnd={() => change({ compare: null })}
                          onZones={desk.setZones}
                          filter={address()}
                          features={listed()}
                          own={ownOnMap(id())}
                          selected={desk.selected()}
                          spot={desk.spot()}
                          zone={desk.zone() ?? filteredZone()}
                          placing={desk.placing()}
                          language={language()}
                          controls={
                            <Show when={!contributing()}>
                              <a class="map-button" href={href(paths.layers(id()))} aria-label={t().layers} title={t().layers}>
                                <Icon name="layers" />
                              </a>
                            </Show>
                          }
                          onView={(view, bounds) => {
                            desk.setBounds(bounds)
                            change({ view })
                          }}
                          onSelect={(one) => {
                            if (!contributing()) go(isWaiting(one) ? paths.contribute(id()) : paths.contribution(id(), one))
                          }}
                          onPlace={(at) => {
                            if (!contributing()) go(paths.zones(id()), { at })
                          }}
                          contentsOf={contentsOf}
                          onCells={(cells) => {
                            if (!contributing()) go(paths.spot(id(), cells.join('-')))
                          }}
                          onReady={(commands) => desk.setCommands(commands)}
                        />
                      </div>
                      <Show when={!contributing()}>
                        <Legend layers={layers()} compare={compare()} />
                      </Show>
                    </>
                  )}
                </Show>
              </ErrorBoundary>
              <Show when={!contributing()}>
                <Show when={tooMany()}>
                  <p class="map-note" role="status">
                    {e().zoomIn}
                  </p>
                </Show>
              </Show>
            </Show>
            <Show when={!contributing()}>
              <ButtonLink class="join" look="primary" icon="plus" href={href(paths.contribute(id()))}>
                {t().contribute}
              </ButtonLink>
            </Show>
          </div>
        </main>
      </div>
    </DeskContext.Provider>
  )
}

function MapFailed() {
  const t = useText(shell)
  return (
    <div class="map-waiting">
      <Notice look="warm" title={t().mapFailedTitle}>
        <p>{t().mapFailed}</p>
      </Notice>
    </div>
  )
}
