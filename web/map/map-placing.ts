/** Keeps the drawing in step with what the form asks of the map: starts, reloads, restarts and ends it. */
import { type Accessor, createEffect, createMemo, on, onCleanup } from 'solid-js'
import type { Geometry } from '#contract/geometry.ts'
import { placePoints } from './place-points.ts'
import type { PlacingContext, PlacingSession } from './placing.ts'
import type { Placing } from './port.ts'

/** The running session, or null. Lines and areas arrive with their own chunk, so their session starts a moment later. */
export function followPlacing(
  placing: Accessor<Placing | null>,
  context: Omit<PlacingContext, 'onGeometry'>,
  onLoading: (state: 'loading' | 'ready' | 'failed') => void,
): () => PlacingSession | null {
  let session: PlacingSession | null = null
  let told = 'null'

  const onGeometry = (geometry: Geometry | null) => {
    told = JSON.stringify(geometry)
    placing()?.onGeometry(geometry)
  }
  const start = async (mode: Placing['mode']): Promise<PlacingSession> => {
    if (mode === 'point') return placePoints({ ...context, onGeometry })
    const { drawShapes } = await import('./draw-shapes.ts')
    return drawShapes(mode, { ...context, onGeometry })
  }

  // A memo: every change of the geometry makes a new `placing`, and the session must live through it.
  const mode = createMemo(() => placing()?.mode)
  createEffect(
    on(mode, (wanted) => {
      if (!wanted) return
      let ended = false
      onLoading('loading')
      start(wanted).then(
        (begun) => {
          if (ended) return begun.stop()
          onLoading('ready')
          session = begun
          const geometry = placing()?.geometry ?? null
          told = JSON.stringify(geometry)
          if (geometry) begun.load(geometry)
        },
        (error) => {
          console.warn('drawing:', error)
          onLoading('failed')
        },
      )
      onCleanup(() => {
        ended = true
        session?.stop()
        session = null
      })
    }),
  )
  // A geometry that the map did not tell itself comes from elsewhere: a village picked from a list, an address, a stored draft.
  createEffect(
    on(
      () => placing()?.geometry ?? null,
      (geometry) => {
        const now = JSON.stringify(geometry)
        if (session === null || now === told) return
        told = now
        session.load(geometry)
      },
    ),
  )
  return () => session
}
