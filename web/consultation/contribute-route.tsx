import { useParams } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'
import ContributePanel from '../contribute/contribute-panel.tsx'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'

/** The form for a new contribution, or for changing one of this device, tied to map and sheet. */
export function ContributeRoute() {
  const params = useParams<{ id?: string }>()
  const { consultation } = useConsultation()
  const desk = useDesk()
  onMount(() => desk?.setSheet('full'))
  onCleanup(() => {
    desk?.setPlacing(null)
    if (desk?.sheet() !== 'half') desk?.setSheet('half')
  })
  return (
    <ContributePanel
      consultation={consultation()}
      contribution={params.id}
      map={desk?.commands()}
      onPlacing={(placing) => desk?.setPlacing(placing)}
      onSheet={(height) => desk?.setSheet(height)}
    />
  )
}
