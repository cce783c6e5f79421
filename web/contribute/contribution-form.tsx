/** The form itself, for new and changed contributions alike: four questions on one page, and what is wrong above them. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { FaultSummary } from './fault-summary.tsx'
import type { Form } from './form.ts'
import { KindStep } from './kind-step.tsx'
import { PlaceBar } from './place-bar.tsx'
import { placeCardId } from './place-card.tsx'
import { PlaceStep } from './place-step.tsx'
import { createPlacing } from './placing.ts'
import type { ContributePanelProps } from './port.ts'
import { SendStep } from './send-step.tsx'
import { StoryStep } from './story-step.tsx'

export function ContributionForm(props: {
  readonly form: Form
  readonly consultation: Consultation
  readonly page: ContributePanelProps
  readonly label: string
  /** What the button says while something is on its way; it then does nothing. */
  readonly busy: string | undefined
  readonly fresh: boolean
  /** Opens with its faults in view: the server refused it while the form was closed. */
  readonly faultsFirst?: boolean
  /** Called when the form itself finds nothing wrong. Ends in `refused` when the server did, and told the form so. */
  readonly onSend: () => Promise<'done' | 'refused'>
  /** Beside the button. */
  readonly children?: JSX.Element
}) {
  const { form } = props
  const [tried, setTried] = createSignal(props.faultsFirst === true)
  let summary: HTMLHeadingElement | undefined
  const placing = createPlacing(form, {
    onDone: () => document.getElementById(placeCardId)?.focus(),
    commands: () => props.page.map,
    onPlacing: props.page.onPlacing,
    onSheet: props.page.onSheet,
  })

  const showFaults = () => {
    setTried(true)
    summary?.scrollIntoView({ block: 'start' })
    summary?.focus({ preventScroll: true })
  }
  const submit = async () => {
    if (props.busy !== undefined) return
    placing.done()
    if (!form.check() || (await props.onSend()) === 'refused') showFaults()
  }

  return (
    <>
      <form
        class="contribute"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Show when={tried() && form.shown().length > 0}>
          <FaultSummary
            faults={form.shown()}
            ref={(heading) => {
              summary = heading
            }}
          />
        </Show>
        <KindStep form={form} consultation={props.consultation} />
        <PlaceStep form={form} consultation={props.consultation} map={props.page.map} placing={placing} />
        <StoryStep form={form} consultation={props.consultation} />
        <SendStep form={form} consultation={props.consultation} label={props.label} busy={props.busy} fresh={props.fresh}>
          {props.children}
        </SendStep>
      </form>
      <Show when={props.page.map}>
        {(map) => (
          <Show when={placing.pointing()}>{(mode) => <PlaceBar form={form} map={map()} mode={mode()} placing={placing} />}</Show>
        )}
      </Show>
    </>
  )
}
