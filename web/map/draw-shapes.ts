/**
 * Drawing lines and areas with terra-draw: tap to put points, tap the last (line) or first (area) to finish a part, then drag,
 * insert or take away its points. The crosshair's presses reach terra-draw as pointer presses, so keys and fingers draw the same.
 * Loaded only when somebody draws.
 */
import type { MapMouseEvent } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Geometry, Position } from '#contract/geometry.ts'
import { crossesItself } from './crossing.ts'
import { areaStyles, correctingStyles, lineStyles } from './draw-styles.ts'
import { assemble, least, type Part, round7, takeApart } from './parts.ts'
import { reach } from './pick.ts'
import { drawPrefix, type PlacingContext, type PlacingSession } from './placing.ts'

/** A key that no keyboard has: terra-draw finishes a part by key only, and Enter is the crosshair's. */
const finishKey = 'FinishPart'

type ShapeMode = 'line' | 'area'
const modeNames = { line: 'linestring', area: 'polygon' } as const satisfies Record<ShapeMode, string>

interface Drawn {
  readonly id: string | number
  readonly part: Part
  readonly busy: boolean
}

export function drawShapes(mode: ShapeMode, context: PlacingContext): PlacingSession {
  const { map } = context
  const editable = {
    feature: { draggable: false, coordinates: { draggable: true, deletable: true, midpoints: { draggable: true } } },
  }
  const drawing = { pointerDistance: reach, keyEvents: { cancel: null, finish: finishKey }, showCoordinatePoints: true }
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: drawPrefix, coordinatePrecision: 7 }),
    modes: [
      new TerraDrawLineStringMode({ ...drawing, styles: lineStyles }),
      new TerraDrawPolygonMode({ ...drawing, styles: areaStyles }),
      new TerraDrawSelectMode({
        pointerDistance: reach,
        keyEvents: null,
        allowManualDeselection: false,
        flags: { linestring: editable, polygon: editable },
        styles: correctingStyles,
      }),
    ],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  let kept: Position[][][] = []
  let told = 'null'
  let points = 0
  let crossed = false
  let grabbed: { id: Drawn['id']; index: number } | null = null
  let waiting = false
  let stopped = false

  const all = (): Drawn[] => draw.getSnapshot().flatMap((feature) => partOf(feature) ?? [])
  const busy = (): Drawn | undefined => all().find((drawn) => drawn.busy)
  const count = (): number => all().reduce((sum, { part }) => sum + part.length, 0)

  const tell = () => {
    waiting = false
    if (stopped) return
    const drawn = all()
    const geometry = assemble(
      mode,
      drawn.map(({ part }) => part),
      kept,
    )
    const now = JSON.stringify(geometry)
    const total = count()
    if (total === points + 1) {
      const part = (drawn.find((entry) => entry.busy) ?? drawn.at(-1))?.part
      const at = part?.at(-1)
      if (at) context.onNews({ what: 'set', count: total, at })
    }
    points = total
    const crosses = mode === 'area' && drawn.some(({ part }) => crossesItself(part))
    if (crosses && !crossed) context.onNews({ what: 'crosses' })
    crossed = crosses
    if (now === told) return
    told = now
    context.onGeometry(geometry)
  }
  // One gesture makes terra-draw change in several steps: the page hears of their sum.
  const emit = () => {
    if (waiting) return
    waiting = true
    queueMicrotask(tell)
  }
  /** A change of which this file itself says what happened. */
  const silently = (change: () => void) => {
    change()
    points = count()
    emit()
  }

  const correct = (id: Drawn['id'] | undefined) => {
    if (id === undefined) return
    draw.setMode('select')
    draw.selectFeature(id)
  }
  const begin = () => {
    grabbed = null
    context.onVertex(null)
    draw.setMode(modeNames[mode])
  }
  const setPart = (id: Drawn['id'], part: Part) => {
    if (part.length < least[mode]) {
      draw.removeFeatures([id])
      const [other] = all()
      if (other) correct(other.id)
      else begin()
    } else draw.updateFeatureGeometry(id, shape(mode, part))
  }
  const remove = ({ id, part }: Drawn, index: number) => {
    silently(() => setPart(id, part.toSpliced(index, 1)))
    grabbed = null
    context.onVertex(null)
    context.onNews({ what: 'removed', left: count() })
  }
  const vertexAt = (x: number, y: number): { drawn: Drawn; index: number; at: Position } | undefined =>
    all()
      .filter((drawn) => !drawn.busy)
      .flatMap((drawn) => drawn.part.map((at, index) => ({ drawn, index, at, pixel: map.project(at) })))
      .map((vertex) => ({ ...vertex, far: Math.hypot(vertex.pixel.x - x, vertex.pixel.y - y) }))
      .filter((vertex) => vertex.far <= reach)
      .toSorted((a, b) => a.far - b.far)[0]

  const press = (x: number, y: number) => {
    const canvas = map.getCanvas()
    const { left, top } = canvas.getBoundingClientRect()
    const where = { clientX: left + x, clientY: top + y, isPrimary: true, button: 0, pointerId: 1, pointerType: 'mouse' }
    canvas.dispatchEvent(new PointerEvent('pointerdown', where))
    canvas.dispatchEvent(new PointerEvent('pointerup', where))
  }

  const onClick = (event: MapMouseEvent) => {
    const vertex = draw.getMode() === 'select' ? vertexAt(event.point.x, event.point.y) : undefined
    context.onVertex(vertex ? { at: vertex.at, remove: () => remove(vertex.drawn, vertex.index) } : null)
  }

  const load = (geometry: Geometry | null) => {
    silently(() => {
      draw.clear()
      const { parts, kept: holed } = geometry ? takeApart(geometry) : { parts: [], kept: [] }
      kept = holed
      told = JSON.stringify(geometry)
      const added = draw.addFeatures(
        parts.map((part) => ({
          type: 'Feature',
          geometry: shape(mode, part.map(round7)),
          properties: { mode: modeNames[mode] },
        })),
      )
      const last = added.filter((result) => result.valid).at(-1)?.id
      if (last === undefined) begin()
      else correct(last)
    })
  }

  draw.start()
  begin()
  draw.on('change', (_ids, type) => {
    if (type !== 'styling') emit()
  })
  draw.on('finish', (id, { action }) => {
    if (action === 'draw') {
      correct(id)
      points = count()
      context.onNews({ what: 'finished', parts: all().length })
    } else if (action === 'dragCoordinate') context.onVertex(null)
    emit()
  })
  map.on('click', onClick)

  return {
    mark: (x, y) => {
      if (draw.getMode() !== 'select') return press(x, y)
      if (grabbed) {
        const { id, index } = grabbed
        const part = all().find((drawn) => drawn.id === id)?.part
        const { lng, lat } = map.unproject([x, y])
        grabbed = null
        if (!part) return
        silently(() => setPart(id, part.with(index, round7([lng, lat]))))
        return context.onNews({ what: 'moved', at: round7([lng, lat]) })
      }
      const vertex = vertexAt(x, y)
      if (!vertex) return
      grabbed = { id: vertex.drawn.id, index: vertex.index }
      context.onNews({ what: 'grabbed', index: vertex.index + 1 })
    },
    undo: () => {
      if (busy()) {
        silently(() => draw.undo())
        context.onNews({ what: 'removed', left: count() })
        return true
      }
      const last = all().at(-1)
      if (!last) return false
      remove(last, last.part.length - 1)
      return true
    },
    removeAt: (x, y) => {
      const vertex = vertexAt(x, y)
      if (vertex) remove(vertex.drawn, vertex.index)
      return vertex !== undefined
    },
    finish: () => {
      const unfinished = busy()
      if (unfinished && unfinished.part.length >= least[mode])
        map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: finishKey }))
    },
    add: () => {
      const unfinished = busy()
      if (unfinished && unfinished.part.length >= least[mode])
        map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: finishKey }))
      begin()
      context.onNews({ what: 'started' })
    },
    clear: () => {
      kept = []
      silently(() => {
        draw.clear()
        begin()
      })
      context.onNews({ what: 'cleared' })
    },
    load,
    stop: () => {
      stopped = true
      map.off('click', onClick)
      context.onVertex(null)
      draw.stop()
    },
  }
}

/** Our part out of a feature of terra-draw, without the provisional position that follows the mouse; null for its helper points. */
function partOf({ id, geometry, properties }: GeoJSONStoreFeatures): Drawn | null {
  if (id === undefined || geometry.type === 'Point') return null
  const unfinished = properties.currentlyDrawing === true
  const all = (geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : geometry.coordinates).map(round7)
  const committed = Number(properties.committedCoordinateCount)
  const whole = geometry.type === 'Polygon' && unfinished ? all.slice(0, committed) : all.slice(0, -1)
  return { id, busy: unfinished, part: geometry.type === 'LineString' && !unfinished ? all : whole }
}

const shape = (mode: ShapeMode, part: Part) =>
  mode === 'line'
    ? { type: 'LineString' as const, coordinates: [...part] }
    : { type: 'Polygon' as const, coordinates: [[...part, part[0] as Position]] }
