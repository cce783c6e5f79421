import { createSignal, onMount, Show } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { Welcome } from '../consultation/welcome.tsx'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { explore } from '../text/explore.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { ContributionList } from './contribution-list.tsx'
import { Filters } from './filters.tsx'
import { countFilters } from './query.ts'
import { useShownItems } from './shown-items.ts'

/** Beside the map: the contributions that it shows now, as a list that needs no map. */
export function ListPanel() {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const desk = useDesk()
  const { address, href } = useAddress()
  const [open, setOpen] = createSignal(false)
  const { items, inView, countText } = useShownItems()
  onMount(() => {
    const opened = desk?.opened()
    if (!opened) return
    desk?.setOpened(null)
    // After the heading has taken the focus: back to where one was in the list.
    setTimeout(() => document.querySelector<HTMLElement>(`#item-${opened} a`)?.focus())
  })
  return (
    <Panel
      title={t().inList(consultation().title)}
      heading={
        <span aria-live="polite" aria-atomic="true">
          {items.first.data() ? countText() : t().title}
        </span>
      }
      tools={
        <Button
          icon="sliders"
          look="quiet"
          class="filter-button"
          aria-expanded={open()}
          aria-controls="filters"
          onClick={() => {
            setOpen(!open())
            if (open() && desk?.sheet() === 'peek') desk.setSheet('half')
          }}
        >
          {t().filterOpen(countFilters(address()))}
        </Button>
      }
    >
      <Welcome />
      <div id="filters">
        <Show when={open()} fallback={<ActiveFilters features={items.features()} />}>
          <Filters />
        </Show>
      </div>
      <ContributionList items={items} inView={inView()} onShowAll={() => desk?.commands()?.fit(consultation().bounds)} />
      <Show when={inView()}>
        <p class="small soft after-list">
          {t().wholeVillage} <a href={href(paths.list(consultation().id))}>{t().showAll}</a>
        </p>
      </Show>
    </Panel>
  )
}
