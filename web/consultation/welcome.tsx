import { createSignal, Show } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { device } from '../contribute/device.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { consultationText } from '../text/consultation.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Button, ButtonLink, IconButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { periodText } from './period.ts'

/** For somebody who comes here first: what is asked, until when, who decides, and three doors. Seen once per device. */
export function Welcome() {
  const t = useText(consultationText)
  const s = useText(shell)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const desk = useDesk()
  const key = `vliegwiel:welcomed:${consultation().id}`
  const [shown, setShown] = createSignal(device.read(key) !== true)
  const dismiss = () => {
    device.write(key, true)
    setShown(false)
  }
  return (
    <Show when={shown()}>
      <section class="welcome" aria-label={t().welcome}>
        <IconButton class="welcome-close" icon="close" label={t().dismiss} onClick={dismiss} />
        <h2 lang="nl">{consultation().question}</h2>
        <p>{periodText(consultation().period, new Date())}.</p>
        <p>
          <strong>{t().decides}</strong> <span lang="nl">{consultation().decides}</span>
        </p>
        <Show when={consultation().example}>
          <p>
            <Chip class="chip-example">{s().example}</Chip>
          </p>
        </Show>
        <div class="welcome-doors">
          <Button
            icon="map"
            onClick={() => {
              dismiss()
              desk?.setSheet('peek')
            }}
          >
            {t().doorMap}
          </Button>
          <ButtonLink icon="plus" href={href(paths.contribute(consultation().id))} onClick={dismiss}>
            {t().doorContribute}
          </ButtonLink>
          <ButtonLink icon="book" href={href(paths.documents(consultation().id))} onClick={dismiss}>
            {t().doorVision}
          </ButtonLink>
          <ButtonLink look="quiet" icon="info" href={href(paths.about(consultation().id))} onClick={dismiss}>
            {t().doorAbout}
          </ButtonLink>
        </div>
      </section>
    </Show>
  )
}
