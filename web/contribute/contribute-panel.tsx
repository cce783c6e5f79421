/** "Doe mee": the panel for a new contribution, or for changing one of this device. */
import { Match, Switch } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { periodState } from '#domain/participation.ts'
import './contribute.css'
import './choices.css'
import './place-bar.css'
import { paths, useAddress } from '../address.ts'
import { contribute } from '../text/contribute.ts'
import { formatDay } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { EditContribution } from './edit-contribution.tsx'
import { MyContributions } from './my-contributions.tsx'
import { NewContribution } from './new-contribution.tsx'
import type { ContributePanelProps } from './port.ts'

export default function ContributePanel(props: ContributePanelProps) {
  const open = () => periodState(props.consultation.period, new Date()) === 'open'
  return (
    <Switch fallback={<Closed consultation={props.consultation} />}>
      <Match when={props.contribution} keyed>
        {(id) => <EditContribution {...props} contribution={id} />}
      </Match>
      <Match when={open()}>
        <NewContribution {...props} />
      </Match>
    </Switch>
  )
}

/** Before the first day, or after the last. */
function Closed(props: { readonly consultation: Consultation }) {
  const t = useText(contribute)
  const o = useText(ownWords)
  const { href } = useAddress()
  const day = () => {
    const { start, end } = props.consultation.period
    return periodState(props.consultation.period, new Date()) === 'closed'
      ? o().closed.late(formatDay(end, language()))
      : o().closed.early(formatDay(start, language()))
  }
  return (
    <Panel title={t().title} back={{ href: href(paths.map(props.consultation.id)), label: t().back }} class="contribute-panel">
      <Notice>
        <p>{day()}</p>
        <p>{o().closed.text}</p>
      </Notice>
      <MyContributions consultation={props.consultation} />
    </Panel>
  )
}
