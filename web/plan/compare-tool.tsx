import { createSignal, Show } from 'solid-js'
import { useAddress } from '../address.ts'
import { useDesk } from '../session/desk.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { firstCompare, sidesOf } from './compare-sides.ts'
import type { useLayers } from './use-layers.ts'

/** "Vergelijk twee": begins and ends the comparison, and says what is still missing. */
export function CompareTool(props: { readonly shown: ReturnType<typeof useLayers> }) {
  const t = useText(plan)
  const { address, change } = useAddress()
  const desk = useDesk()
  const [asked, setAsked] = createSignal(false)
  const noMap = () => desk?.commands() === undefined
  const missing = () => {
    const compare = address().compare
    if (!compare) return ''
    if (noMap()) return t().compareNeedsMap
    const { left, right } = sidesOf(props.shown.layers(), compare)
    if (left.length === 0) return t().sideMissing.left
    return right.length === 0 ? t().sideMissing.right : ''
  }
  /** Beginning takes the place of ending, and the other way round: the focus goes along. */
  let pressed = false
  const takeFocus = (button: HTMLElement) => {
    if (pressed) queueMicrotask(() => button.focus({ preventScroll: true }))
    pressed = false
  }
  const start = () => {
    setAsked(true)
    if (noMap()) return
    if (desk?.sheet() === 'full') desk.setSheet('half')
    pressed = true
    change({ compare: firstCompare(props.shown.layers()) })
  }
  return (
    <div class="compare-tool">
      <Show
        when={address().compare}
        fallback={
          <>
            <Button ref={takeFocus} icon="columns" onClick={start}>
              {t().compare}
            </Button>
            <p class="small soft" role="status">
              {asked() && noMap() ? t().compareNeedsMap : t().compareMeans}
            </p>
          </>
        }
      >
        <Notice title={t().comparing}>
          <p>{t().comparingHow}</p>
          <p class="compare-missing" role="status">
            {missing()}
          </p>
          <Button
            ref={takeFocus}
            icon="close"
            onClick={() => {
              pressed = true
              change({ compare: null })
            }}
          >
            {t().compareEnd}
          </Button>
        </Notice>
      </Show>
    </div>
  )
}
