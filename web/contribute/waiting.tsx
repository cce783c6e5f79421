/** No connection: what was written is safe, and goes by itself. */
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'

export function Waiting(props: {
  readonly back: { readonly href: string; readonly label: string }
  readonly onNow: () => void
  readonly onAgain: () => void
}) {
  const t = useText(contribute)
  return (
    <Panel title={t().waiting.title} back={props.back} class="contribute-panel">
      <div class="stack">
        <Notice look="warm" icon="wifi-off" live>
          <p>{t().waiting.text}</p>
        </Notice>
        <div class="row">
          <Button icon="refresh" onClick={() => props.onNow()}>
            {t().waiting.now}
          </Button>
          <Button look="quiet" icon="plus" onClick={() => props.onAgain()}>
            {t().thanks.again}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
