/** The contribution changed while its author was changing it: how it stands now, and what to do with one's own words. */
import { onMount } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import type { Contribution } from '#contract/contribution.ts'
import { useText, vocabulary } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { fromContribution } from './draft.ts'
import { placeInWords } from './place-words.ts'

export function Conflict(props: {
  readonly now: Contribution
  readonly consultation: Consultation
  readonly onApply: () => void
  readonly onTake: () => void
}) {
  const o = useText(ownWords)
  let heading!: HTMLHeadingElement
  onMount(() => {
    heading.scrollIntoView({ block: 'start' })
    heading.focus({ preventScroll: true })
  })
  return (
    <section class="notice notice-warm" aria-labelledby="contribute-conflict">
      <Icon name="triangle-alert" />
      <div class="notice-body">
        <h2 id="contribute-conflict" tabindex="-1" ref={heading}>
          {o().edit.conflict}
        </h2>
        <p>{o().edit.conflictText}</p>
        <blockquote class="contribute-now">
          <p>
            <strong>{props.now.title}</strong>
          </p>
          <p class="contribute-now-text">{props.now.description}</p>
          <p class="soft small">
            {[
              vocabulary().kinds[props.now.kind].label,
              placeInWords(fromContribution(props.now), props.consultation),
              ...props.now.themes.map((theme) => vocabulary().themes[theme]),
            ].join(' · ')}
          </p>
        </blockquote>
        <p>{o().edit.conflictMine}</p>
        <div class="row">
          <Button icon="check" onClick={() => props.onApply()}>
            {o().edit.conflictApply}
          </Button>
          <Button look="quiet" icon="undo" onClick={() => props.onTake()}>
            {o().edit.conflictTake}
          </Button>
        </div>
      </div>
    </section>
  )
}
