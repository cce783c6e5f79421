import { Show } from 'solid-js'
import { useAddress } from '../address.ts'
import { isOn, toggleLayer } from '../plan/layer-order.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { here } from '../text/here.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { ZoneView } from './zone-view.ts'

/** Switches the zone's layer on and gives the map room; says so where it is on already. Nothing where there is no map. */
export function ShowZone(props: { readonly zone: ZoneView }) {
  const t = useText(here)
  const { consultation } = useConsultation()
  const { address, change } = useAddress()
  const desk = useDesk()
  const layers = () => address().layers ?? consultation().layers.map((id) => ({ id, opacity: 1 }))
  const show = () => {
    change({ layers: toggleLayer(layers(), props.zone.layer) })
    desk?.setZone({ layer: props.zone.layer, id: props.zone.id })
    if (desk?.sheet() === 'full') desk.setSheet('half')
  }
  return (
    <Show when={desk && props.zone.document}>
      <Show
        when={!isOn(layers(), props.zone.layer)}
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
