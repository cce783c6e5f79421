import { useParams } from '@solidjs/router'
import { createEffect, createMemo, Show } from 'solid-js'
import type { BBox } from '#contract/geometry.ts'
import { boxOf } from '#domain/quadkey.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { useEscape } from '../session/page.ts'
import { explore } from '../text/explore.ts'
import { useText } from '../text/index.ts'
import { Panel } from '../ui/panel.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { ContributionList } from './contribution-list.tsx'
import { useCountText } from './count.ts'
import { createItems } from './items.ts'
import { middle } from './query.ts'

/** Cells as the tiles name them, from one as large as a village down to one as small as a house. */
const cellPattern = /^[0-3]{8,24}(-[0-3]{8,24}){0,15}$/

/** The smallest box around cells that lie side by side, as the address names them; null where it names none. */
function boundsOfCells(cells: string): BBox | null {
  if (!cellPattern.test(cells)) return null
  return cells
    .split('-')
    .map(boxOf)
    .reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
}

/** What lies on one spot of the map, where it is more than the map can show: page after page. */
export function CellPanel() {
  const t = useText(explore)
  const params = useParams<{ cell: string }>()
  const { consultation } = useConsultation()
  const { address, href, go } = useAddress()
  const desk = useDesk()
  const bounds = createMemo(() => boundsOfCells(params.cell))
  // A link without a view shows the spot; whoever comes from the map sees it already.
  const comesFromAfar = address().view === null
  createEffect(() => {
    const box = bounds()
    if (comesFromAfar && box) desk?.commands()?.fit(box)
  })
  const items = createItems(() => ({
    consultation: consultation().id,
    filter: address(),
    bounds: bounds(),
    published: consultation().totals.contributions,
  }))
  const countText = useCountText(items, () => false)
  if (desk?.sheet() === 'peek') desk.setSheet('half')
  useEscape(() => go(paths.map(consultation().id)))
  return (
    <Panel
      title={t().spotTitle}
      heading={
        <span aria-live="polite" aria-atomic="true">
          {items.first.data() ? t().spotCount(countText()) : t().spotTitle}
        </span>
      }
      back={{ href: href(paths.map(consultation().id)), label: t().back }}
    >
      <ActiveFilters features={items.features()} />
      <Show when={bounds()} fallback={<p>{t().spotUnknown}</p>}>
        {(box) => <ContributionList items={items} inView={true} onShowAll={() => desk?.commands()?.flyTo(middle(box()))} />}
      </Show>
    </Panel>
  )
}
