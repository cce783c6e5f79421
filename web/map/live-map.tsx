/** Everything that happens on an opened map: it follows the page's wishes and tells the page what people do. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createEffect, createMemo, createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import type { Position } from '#contract/geometry.ts'
import { findPosition } from '../contribute/device-position.ts'
import { vocabulary } from '../text/index.ts'
import type { MapWords } from '../text/map.ts'
import { attributionOf } from './attribution.ts'
import { createCamera } from './camera.ts'
import type { Cluster } from './cluster.ts'
import { clusterWords } from './cluster-words.ts'
import { CompareOnMap } from './compare-on-map.tsx'
import { boundsOnMap } from './contributions-on-map.ts'
import { handleKeys } from './crosshair.ts'
import { Fan } from './fan.tsx'
import { followBackground } from './follow-background.ts'
import { followClusters } from './follow-clusters.ts'
import { followOwn } from './follow-own.ts'
import { followRest } from './follow-rest.ts'
import { followStyle } from './follow-style.ts'
import { followView } from './follow-view.ts'
import { keepFresh } from './keep-fresh.ts'
import { MapControls, MapFooter } from './map-controls.tsx'
import { Crosshair, HoverName, hoverWidth } from './map-marks.tsx'
import { followPlacing } from './map-placing.ts'
import { newsWords, placeWords } from './map-words.ts'
import { positionsOf } from './parts.ts'
import type { MapCommands, MapProps } from './port.ts'
import { sources } from './scene.ts'
import { sceneOf } from './scene-of.ts'
import { createSpots } from './spots.ts'
import { handleTaps } from './taps.ts'
import { boundsOf } from './view.ts'
import { followVillageEdges } from './village-edges.ts'
import { tellWhatShows } from './what-shows.ts'
import { followZones } from './zones-in-view.ts'

/** Width that the button at a point may take, in pixels (map.css). */
const vertexWidth = 224

/** How long a passing notice stays, in milliseconds. */
const noticeTime = 6000

export function LiveMap(props: { readonly map: MapLibreMap; readonly page: MapProps; readonly words: MapWords }) {
  const { map, page } = props
  const helpId = createUniqueId()
  const clusterHelpId = createUniqueId()
  const [me, setMe] = createSignal<Position | null>(null)
  const [hover, setHover] = createSignal<{ title: string; x: number; y: number } | null>(null)
  const [notice, setNotice] = createSignal('')
  const [spoken, setSpoken] = createSignal('')
  const [keyed, setKeyed] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [drawingLoads, setDrawingLoads] = createSignal(false)
  const [locating, setLocating] = createSignal(false)
  const [vertex, setVertex] = createSignal<{ at: Position; remove: () => void } | null>(null)
  const [moved, setMoved] = createSignal(0)

  const camera = createCamera(map, () => page.padding)
  const villages = () => page.consultation.villages
  const background = followBackground(map)
  const clusterName = (cluster: Cluster) => clusterWords(cluster, villages(), vocabulary().themes, props.words)
  const own = followOwn(map, page)
  const clusters = followClusters(map, {
    page,
    own,
    words: () => ({ sentence: clusterName, number: props.words.number }),
    helpId: clusterHelpId,
    onOpen: (cluster) => spots.openCluster(cluster),
    onFocus: (cluster) => setHover(cluster && { title: clusterName(cluster), ...map.project([cluster.at[0], cluster.at[1]]) }),
    isVisible: ({ at }) => camera.shows(at),
  })
  const edges = followVillageEdges(map, villages)
  const scene = createMemo(() =>
    sceneOf(page, {
      background: background(),
      replaced: own.replaced(),
      pinned: own.pinned(),
      counted: own.counted(),
      clusters: clusters.all(),
      me: me(),
      edges: edges(),
    }),
  )
  keepFresh(map)
  followStyle(map, scene)
  const setZonesBeside = followZones(map, scene, page)
  followView(map, camera, page)

  let noticeTimer: ReturnType<typeof setTimeout> | undefined
  const tell = (sentence: string) => {
    setSpoken(sentence)
    setNotice(sentence)
    clearTimeout(noticeTimer)
    noticeTimer = setTimeout(() => setNotice(''), noticeTime)
  }
  onCleanup(() => clearTimeout(noticeTimer))

  const session = followPlacing(
    () => page.placing,
    {
      map,
      markerLabel: props.words.place,
      onVertex: setVertex,
      onNews: (news) => {
        const sentence = newsWords(news, villages(), props.words)
        if (news.what === 'crosses') tell(sentence)
        else setSpoken(sentence)
      },
    },
    (state) => {
      if (state === 'failed') tell(props.words.drawingFailed)
      setDrawingLoads(state === 'loading')
    },
  )

  const spots = createSpots(map, {
    page,
    camera,
    words: () => props.words,
    clusterName,
    say: setSpoken,
    onApproach: () => tellWhatShows(map, clusters, camera, (groups, single) => setSpoken(props.words.inView(groups, single))),
  })

  const taps = handleTaps(map, clusters, {
    listening: () => page.placing === null,
    onCluster: spots.openCluster,
    clusterName,
    onSpot: spots.openSpot,
    onElsewhere: spots.close,
    onSelect: (id) => page.onSelect(id),
    onPlace: (at) => page.onPlace(at),
    onTurn: (index, count) => tell(props.words.turns(index, count)),
    onCrowd: (count) => tell(props.words.crowded(count)),
    onHover: setHover,
  })

  const mark = () => {
    const { x, y } = camera.middle()
    const placing = session()
    if (placing) placing.mark(x, y)
    else if (page.placing === null) taps.tap(x, y)
  }
  handleKeys(map, {
    middle: camera.middle,
    onShow: () => setKeyed(true),
    onMark: mark,
    onUndo: () => session()?.undo() ?? false,
    onDelete: () => {
      const { x, y } = camera.middle()
      return session()?.removeAt(x, y) ?? false
    },
    onRest: () => {
      const { x, y } = camera.middle()
      const { lng, lat } = map.unproject([x, y])
      const where = placeWords([lng, lat], villages(), props.words)
      const title = page.placing === null ? taps.titleAt(x, y) : null
      setSpoken(title === null ? props.words.crosshairAt(where) : props.words.crosshairOver(title, where))
    },
  })

  const locate = async (): Promise<Position> => {
    setLocating(true)
    setSpoken(props.words.locating)
    const found = await findPosition()
    setLocating(false)
    if (typeof found === 'string') throw new Error(props.words.noPosition[found])
    setMe(found)
    camera.flyTo(found, Math.max(map.getZoom(), 14))
    setSpoken(props.words.youAreHere(placeWords(found, villages(), props.words)))
    return found
  }

  const commands: MapCommands = {
    flyTo: camera.flyTo,
    fit: camera.fit,
    zoomIn: () => camera.zoomBy(1),
    zoomOut: () => camera.zoomBy(-1),
    locate,
    refresh: () => map.refreshTiles(sources.tiles),
    undoPoint: () => void session()?.undo(),
    finishPart: () => session()?.finish(),
    addPart: () => session()?.add(),
    clear: () => session()?.clear(),
    crosshair: (shown) => {
      setAsked(shown)
      if (!shown) setKeyed(false)
    },
    mark,
  }

  // A contribution chosen elsewhere (list, deep link) comes into view, once: after that the map is its reader's.
  let revealed: string | undefined
  createEffect(() => {
    const { id, geometry } = page.selected ?? {}
    if (id === revealed) return
    const bounds = geometry ? boundsOf(positionsOf(geometry)) : id === undefined ? null : boundsOnMap(map, id)
    if (bounds) camera.reveal(bounds)
    if (bounds || id === undefined) revealed = id
  })

  const canvas = map.getCanvas()
  createEffect(() => {
    canvas.setAttribute('aria-label', props.words.map)
    canvas.setAttribute('aria-describedby', helpId)
  })
  const hideCrosshair = () => setKeyed(false)
  canvas.addEventListener('pointerdown', hideCrosshair)
  followRest(map)
  createEffect(() => {
    map.getContainer().classList.toggle('map-placing', page.placing !== null)
    map.getContainer().classList.toggle('map-dimmed', scene().dimmed)
  })
  map.on('move', () => {
    setHover(null)
    setMoved((count) => count + 1)
  })
  onMount(() => page.onReady(commands))

  const pixelOf = (at: Position) => {
    moved()
    return map.project([at[0], at[1]])
  }
  const vertexStyle = () => {
    const at = vertex()?.at
    if (!at) return {}
    const { x, y } = pixelOf(at)
    return { transform: `translate(${camera.within(x, vertexWidth)}px, ${Math.round(y)}px)` }
  }

  return (
    <>
      <p id={helpId} class="map-unseen">
        {page.placing === null ? props.words.help : props.words.helpPlacing}
      </p>
      <p id={clusterHelpId} class="map-unseen">
        {props.words.clusterHelp}
      </p>
      <div class="map-unseen" role="status">
        {spoken()}
      </div>
      <CompareOnMap
        map={map}
        scene={scene()}
        sides={page.compare}
        clusters={clusters.all}
        onZones={setZonesBeside}
        onEnd={() => page.onCompareEnd?.()}
        onFailed={() => tell(props.words.compareNotFetched)}
      />
      <Show when={keyed() || asked()}>
        <Crosshair />
      </Show>
      <Show when={hover()}>
        {(name) => <HoverName title={name().title} x={camera.within(name().x, hoverWidth)} y={name().y} />}
      </Show>
      <Show when={vertex()}>
        {(chosen) => (
          <div class="map-vertex" style={vertexStyle()}>
            <button type="button" class="button map-vertex-remove" onClick={() => chosen().remove()}>
              {props.words.removePoint}
            </button>
          </div>
        )}
      </Show>
      <Show when={spots.fan()}>
        {(open) => (
          <Fan
            fan={open()}
            middle={pixelOf(open().at)}
            label={props.words.fan(open().pins.length)}
            selected={page.selected?.id ?? null}
            onSelect={(id) => page.onSelect(id)}
            onClose={spots.close}
            back={canvas}
          />
        )}
      </Show>
      <div class="map-notices">
        <Show when={drawingLoads()}>
          <p class="map-notice">{props.words.drawingLoading}</p>
        </Show>
        <Show when={notice()}>{(sentence) => <p class="map-notice">{sentence()}</p>}</Show>
      </div>
      <MapControls
        words={props.words}
        own={page.controls}
        locating={locating()}
        onZoom={camera.zoomBy}
        onLocate={() => locate().catch((reason: Error) => tell(reason.message))}
      />
      <MapFooter map={map} attribution={attributionOf(scene())} />
    </>
  )
}
