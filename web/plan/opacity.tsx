import { createUniqueId } from 'solid-js'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'

/** How much of a layer shows, as a slider with its value in words. */
export function Opacity(props: { readonly title: string; readonly value: number; readonly onValue: (value: number) => void }) {
  const t = useText(plan)
  const id = createUniqueId()
  const percent = () => Math.round(props.value * 100)
  const words = () => t().opacityWords.find(([least]) => percent() >= least)?.[1] ?? ''
  return (
    <div class="opacity small">
      <label for={id}>
        {t().opacityWord} <span class="hidden-text">{props.title}</span>
      </label>
      <input
        id={id}
        type="range"
        min="0"
        max="100"
        step="5"
        value={percent()}
        aria-valuetext={t().percent(percent(), words())}
        onInput={(event) => props.onValue(Number(event.currentTarget.value) / 100)}
      />
      <span class="opacity-value" aria-hidden="true">
        {percent()}% {words()}
      </span>
    </div>
  )
}
