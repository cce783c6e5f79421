import { Show } from 'solid-js'
import { isOn } from '../plan/layer-order.ts'
import { useLayers } from '../plan/use-layers.ts'
import { useDesk } from '../session/desk.ts'
import { here } from '../text/here.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { ZoneView } from './zone-view.ts'

/** Switches the zone's layer on and gives the map room; says so where it is on already. Nothing where there is no map. */
export function ShowZone(props: { readonly zone: ZoneView }) {
  const t = useText(here)
  const shown = useLayers()
  const desk = useDesk()
  const show = () => {
    shown.toggle(props.zone.layer)
    desk?.setZone({ layer: props.zone.layer, id: props.zone.id })
    if (desk?.sheet() === 'full') desk.setSheet('half')
  }
  return (
    <Show when={desk && props.zone.document}>
      <Show
        when={!isOn(shown.layers(), props.zone.layer)}
        fallback={
          <p class="small here-shown">
            <Icon name="check" /> {t().shown}
          </p>
        }
      >
        <Button look="quiet" icon="layers" onClick={show}>
          {t().show} <span class="hidden-text">: {props.zone.title}</span>
        </Button>
      </Show>
    </Show>
  )
}
