import { createEffect, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import type { Catalogue } from '#contract/catalogue.ts'
import type { LayerState } from '../map/port.ts'
import { useDesk } from '../session/desk.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { type FoundLayer, findLayer, moveLayer, setOpacity, toggleLayer } from './layer-order.ts'
import { Swatch } from './swatch.tsx'

interface ActiveProps {
  readonly layers: readonly LayerState[]
  readonly catalogue: Catalogue | undefined
  readonly onLayers: (layers: readonly LayerState[]) => void
}

/** The layers that are on, as they lie on one another; moved by dragging or by buttons. */
export function ActiveLayers(props: ActiveProps) {
  const t = useText(plan)
  const [said, setSaid] = createSignal('')
  const [dragged, setDragged] = createSignal<string>()
  let list!: HTMLUListElement
  /** Layers that the catalogue knows, by id: a row must stay the same row while it moves or fades. */
  const known = () => props.layers.filter((state) => findLayer(props.catalogue, state.id)).map((state) => state.id)
  const place = (id: string) => props.layers.findIndex((one) => one.id === id)
  const move = (one: FoundLayer, to: number) => {
    const next = moveLayer(props.layers, one.layer.id, to)
    props.onLayers(next)
    setSaid(t().moved(one.layer.title, next.findIndex((layer) => layer.id === one.layer.id) + 1, next.length))
  }
  /** A row that moves loses the focus: its button gets it back. */
  let pressed: HTMLElement | undefined
  createEffect(
    on(
      () => props.layers,
      () => {
        pressed?.focus()
        pressed = undefined
      },
      { defer: true },
    ),
  )
  /** While a row is dragged it takes the place of the row under the pointer. */
  const onDrag = (event: PointerEvent, one: FoundLayer) => {
    if (dragged() !== one.layer.id) return
    const rows = [...list.children]
    const over = rows.find((row) => {
      const box = row.getBoundingClientRect()
      return event.clientY >= box.top && event.clientY < box.bottom
    })
    const target = over?.getAttribute('data-layer')
    if (target && target !== one.layer.id) move(one, place(target))
  }
  return (
    <section class="active-layers">
      <h2>{t().on}</h2>
      <p class="hidden-text" role="status">
        {said()}
      </p>
      <Show when={known().length > 0} fallback={<p class="soft">{t().onNone}</p>}>
        <ul class="plain" ref={list}>
          <For each={known()}>
            {(id) => (
              <Show when={findLayer(props.catalogue, id)}>
                {(one) => (
                  <li class="active-layer" data-layer={id} classList={{ 'active-layer-dragged': dragged() === id }}>
                    <span
                      class="grip"
                      title={t().drag}
                      aria-hidden="true"
                      onPointerDown={(event) => {
                        event.currentTarget.setPointerCapture(event.pointerId)
                        setDragged(id)
                      }}
                      onPointerMove={(event) => onDrag(event, one())}
                      onPointerUp={() => setDragged(undefined)}
                      onPointerCancel={() => setDragged(undefined)}
                    >
                      <Icon name="grip-vertical" />
                    </span>
                    <div class="active-layer-body">
                      <p class="active-layer-title">
                        <Swatch layer={one().layer} /> {one().layer.title}
                      </p>
                      <Opacity
                        title={one().layer.title}
                        value={props.layers[place(id)]?.opacity ?? 1}
                        onValue={(value) => props.onLayers(setOpacity(props.layers, id, value))}
                      />
                      <div class="active-layer-tools">
                        <MoveButton
                          icon="arrow-up"
                          label={t().up(one().layer.title)}
                          possible={place(id) > 0}
                          onMove={(button) => {
                            pressed = button
                            move(one(), place(id) - 1)
                          }}
                        />
                        <MoveButton
                          icon="arrow-down"
                          label={t().down(one().layer.title)}
                          possible={place(id) < props.layers.length - 1}
                          onMove={(button) => {
                            pressed = button
                            move(one(), place(id) + 1)
                          }}
                        />
                        <ZoomTo one={one()} />
                        <IconButton
                          icon="close"
                          label={t().remove(one().layer.title)}
                          onClick={() => props.onLayers(toggleLayer(props.layers, id))}
                        />
                      </div>
                    </div>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

/** Not disabled at the ends, but inert: a disabled button would drop the focus of somebody who keeps pressing. */
function MoveButton(props: {
  readonly icon: IconName
  readonly label: string
  readonly possible: boolean
  readonly onMove: (button: HTMLElement) => void
}) {
  return (
    <IconButton
      icon={props.icon}
      label={props.label}
      aria-disabled={props.possible ? undefined : 'true'}
      onClick={(event) => {
        if (props.possible) props.onMove(event.currentTarget)
      }}
    />
  )
}

function ZoomTo(props: { readonly one: FoundLayer }) {
  const t = useText(plan)
  const desk = useDesk()
  return (
    <IconButton
      icon="maximize"
      label={t().zoomTo(props.one.layer.title)}
      disabled={desk?.commands() === undefined}
      onClick={() => {
        if (desk?.sheet() === 'full') desk.setSheet('half')
        desk?.commands()?.fit(props.one.layer.bounds)
      }}
    />
  )
}

function Opacity(props: { readonly title: string; readonly value: number; readonly onValue: (value: number) => void }) {
  const t = useText(plan)
  const id = createUniqueId()
  const percent = () => Math.round(props.value * 100)
  return (
    <div class="opacity">
      <label class="small" for={id}>
        {t().opacityWord} <span class="hidden-text">{props.title}</span>
      </label>
      <input
        id={id}
        type="range"
        min="0"
        max="100"
        step="5"
        value={percent()}
        aria-valuetext={t().percent(percent())}
        onInput={(event) => props.onValue(Number(event.currentTarget.value) / 100)}
      />
      <span class="small opacity-value" aria-hidden="true">
        {percent()}%
      </span>
    </div>
  )
}
