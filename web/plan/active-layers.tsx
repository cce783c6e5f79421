import { createEffect, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import type { Catalogue } from '#contract/catalogue.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Button } from '../ui/button.tsx'
import { ActiveLayer } from './active-layer.tsx'
import { findLayer, moveLayer } from './layer-order.ts'
import { choices, layersAtMost } from './layers-at-most.ts'
import type { useLayers } from './use-layers.ts'
import './active-layers.css'

interface ActiveProps {
  readonly shown: ReturnType<typeof useLayers>
  readonly catalogue: Catalogue | undefined
  /** The address names layers of its own: then there is a way back to the standard ones. */
  readonly changed: boolean
}

/** The layers that are on, as they lie on one another; moved by dragging or by buttons. */
export function ActiveLayers(props: ActiveProps) {
  const t = useText(plan)
  const limitId = createUniqueId()
  const [said, setSaid] = createSignal('')
  const [dragged, setDragged] = createSignal<string>()
  let list!: HTMLUListElement
  const layers = () => props.shown.layers()
  /** Layers that the catalogue knows, by id: a row must stay the same row while it moves or fades. */
  const known = () =>
    layers()
      .filter((state) => findLayer(props.catalogue, state.id))
      .map((state) => state.id)
  const place = (id: string) => layers().findIndex((one) => one.id === id)
  const titleOf = (id: string) => findLayer(props.catalogue, id)?.layer.title ?? id
  /** A row that moves loses the focus: its button gets it back. */
  let pressed: HTMLElement | undefined
  const move = (id: string, to: number, button?: HTMLElement) => {
    pressed = button
    const next = moveLayer(layers(), id, to)
    props.shown.set(next)
    setSaid(t().moved(titleOf(id), next.findIndex((layer) => layer.id === id) + 1, next.length))
  }
  createEffect(
    on(
      layers,
      () => {
        pressed?.focus()
        pressed = undefined
      },
      { defer: true },
    ),
  )
  /** While a row is dragged it takes the place of the row under the pointer. */
  const onDrag = (event: PointerEvent) => {
    const id = dragged()
    if (id === undefined) return
    const over = [...list.children].find((row) => {
      const box = row.getBoundingClientRect()
      return event.clientY >= box.top && event.clientY < box.bottom
    })
    const target = over?.getAttribute('data-layer')
    if (target && target !== id) move(id, place(target))
  }
  return (
    <section class="active-layers">
      <div class="active-head">
        <h2>{t().on}</h2>
        <p class="small soft">{t().countOn(known().length)}</p>
      </div>
      <p class="hidden-text" role="status">
        {said()}
      </p>
      <Show when={known().length > 0} fallback={<p class="soft">{t().onNone}</p>}>
        <Show when={known().length > 1}>
          <p class="small soft">{t().orderHint}</p>
        </Show>
        <ul class="plain" ref={list}>
          <For each={known()}>
            {(id) => (
              <Show when={findLayer(props.catalogue, id)}>
                {(one) => (
                  <ActiveLayer
                    one={one()}
                    shown={props.shown}
                    place={place(id)}
                    dragged={dragged() === id}
                    onGrip={() => setDragged(id)}
                    onDrag={onDrag}
                    onDrop={() => setDragged(undefined)}
                    onMove={(to, button) => move(id, to, button)}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <div class="active-limit">
        <label class="small" for={limitId}>
          {t().atMost}
        </label>
        <select
          id={limitId}
          class="input"
          value={layersAtMost()}
          onChange={(event) => props.shown.limit(Number(event.currentTarget.value))}
        >
          <For each={choices}>{(count) => <option value={count}>{t().atMostLayers(count)}</option>}</For>
        </select>
      </div>
      <div class="row">
        <Show when={props.changed}>
          <Button look="quiet" icon="undo" onClick={() => props.shown.reset(null)}>
            {t().standard}
          </Button>
        </Show>
        <Show when={layers().length > 0}>
          <Button look="quiet" icon="close" onClick={() => props.shown.reset([])}>
            {t().allOff}
          </Button>
        </Show>
      </div>
    </section>
  )
}
