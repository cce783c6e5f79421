/** After sending: what happens now, and where to go from here. */
import type { Consultation } from '#contract/consultation.ts'
import type { SubmittedContribution } from '#contract/contribution.ts'
import { paths, useAddress } from '../address.ts'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { MyContributions } from './my-contributions.tsx'

export function Thanks(props: {
  readonly contribution: SubmittedContribution
  readonly consultation: Consultation
  readonly back: { readonly href: string; readonly label: string }
  readonly onAgain: () => void
}) {
  const o = useText(ownWords)
  const { href } = useAddress()
  const heading = () => (props.contribution.state === 'published' ? o().thanks.after : o().thanks.before)
  return (
    <Panel title={heading()} back={props.back} class="contribute-panel">
      <div class="stack">
        <p>
          <strong>{props.contribution.title}</strong>
        </p>
        <div class="row">
          <ButtonLink look="primary" icon="map-pin" href={href(paths.contribution(props.consultation.id, props.contribution.id))}>
            {o().thanks.view}
          </ButtonLink>
          <Button icon="plus" onClick={() => props.onAgain()}>
            {o().thanks.again}
          </Button>
        </div>
        <p class="soft">{o().thanks.only}</p>
      </div>
      <MyContributions consultation={props.consultation} />
    </Panel>
  )
}
