/** No connection: what was written is safe, and goes by itself. */

import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'

export function Waiting(props: {
  readonly back: { readonly href: string; readonly label: string }
  readonly onNow: () => void
  readonly onAgain: () => void
}) {
  const o = useText(ownWords)
  return (
    <Panel title={o().waiting.title} back={props.back} class="contribute-panel">
      <div class="stack">
        <Notice look="warm" icon="wifi-off" live>
          <p>{o().waiting.text}</p>
        </Notice>
        <div class="row">
          <Button icon="refresh" onClick={() => props.onNow()}>
            {o().waiting.now}
          </Button>
          <Button look="quiet" icon="plus" onClick={() => props.onAgain()}>
            {o().thanks.again}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
