/** How many contributions a list holds, in words. */
import { type Accessor, createMemo } from 'solid-js'
import { formatNumber } from '../text/dates.ts'
import { explore } from '../text/explore.ts'
import { language, useText } from '../text/index.ts'
import type { Items } from './items.ts'

/** "23 bijdragen in beeld": what the list holds, in words. */
export function useCountText(items: Items, inView: Accessor<boolean>): Accessor<string> {
  const t = useText(explore)
  return createMemo(() => {
    const total = items.total()
    const number = formatNumber(total ?? items.features().length, language())
    if (total === null) return inView() ? t().moreThanInView(number) : t().moreThan(number)
    return inView() ? t().inView(number, total === 1) : t().count(number, total === 1)
  })
}
