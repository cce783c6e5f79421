/** Question 4: what will be sent, what happens with it, and the button. */
import { For, type JSX, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { paths, useAddress } from '../address.ts'
import { pinSvg } from '../map/pin.ts'
import { contribute } from '../text/contribute.ts'
import { useText, vocabulary } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { ThemeChip } from '../ui/chip.tsx'
import { canBlur } from './draft.ts'
import type { Form } from './form.ts'
import { Step } from './group.tsx'
import { placeInWords } from './place-words.ts'

export function SendStep(props: {
  readonly form: Form
  readonly consultation: Consultation
  readonly label: string
  readonly busy: string | undefined
  /** False for a change: it was looked at, or was placed, before. */
  readonly fresh: boolean
  readonly children?: JSX.Element
}) {
  const t = useText(contribute)
  const { href } = useAddress()
  const { form } = props
  const kind = () => form.draft().kind
  const first = () => form.draft().themes[0]
  const pin = () => {
    const [k, theme] = [kind(), first()]
    return k && theme && pinSvg(k, theme, 'open')
  }
  /** It stands between parentheses: its own become a comma. */
  const licence = () => props.consultation.licence.title.replace(/\s*\((.*)\)/, ', $1')
  return (
    <Step number={4} title={t().steps.send}>
      <div class="contribute-check">
        <Show when={pin()}>{(svg) => <span class="contribute-pin" aria-hidden="true" innerHTML={svg()} />}</Show>
        <dl>
          <dt>{t().check.kind}</dt>
          <dd>
            <Show when={kind()} fallback={<em class="soft">{t().check.missing}</em>}>
              {(id) => vocabulary().kinds[id()].label}
            </Show>
          </dd>
          <dt>{t().check.place}</dt>
          <dd>
            <Show when={placeInWords(form.draft(), props.consultation)} fallback={<em class="soft">{t().check.missing}</em>}>
              {(words) => words()}
            </Show>
          </dd>
          <Show when={canBlur(form.draft().place) && form.draft().precision !== 'exact'}>
            <dt>{t().check.precision}</dt>
            <dd>{vocabulary().precisions[form.draft().precision]}</dd>
          </Show>
          <dt>{t().check.themes}</dt>
          <dd class="row">
            <For each={form.draft().themes} fallback={<em class="soft">{t().check.missing}</em>}>
              {(theme) => <ThemeChip theme={theme} />}
            </For>
          </dd>
        </dl>
      </div>
      <div class="contribute-rules stack-small">
        <p>{t().check.open(licence(), props.consultation.authority.name)}</p>
        <p>
          {t().check.informal} <a href={href(paths.about(props.consultation.id))}>{t().check.formal}</a>
        </p>
        <Show when={props.fresh}>
          <p>{t().check[props.consultation.moderation]}</p>
        </Show>
      </div>
      <div class="contribute-send">
        <Button
          look="primary"
          type="submit"
          icon={props.fresh ? 'send' : 'check'}
          aria-disabled={props.busy === undefined ? undefined : 'true'}
        >
          {props.busy ?? props.label}
        </Button>
        {props.children}
      </div>
    </Step>
  )
}
