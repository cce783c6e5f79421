/** Whether people may still take part, in words. */
import type { Consultation } from '#contract/consultation.ts'
import { consultationText } from '../text/consultation.ts'
import { daysBetween, formatDay, today } from '../text/dates.ts'
import { language } from '../text/index.ts'

/** From here on the days that are left are counted down. */
const soon = 31

/** "Meedoen kan tot en met 15 december 2026 (nog 21 dagen)". */
export function periodText(period: Consultation['period'], now: Date): string {
  const words = consultationText[language()]
  const day = today(now)
  const left = daysBetween(day, period.end)
  if (day < period.start) return words.from(formatDay(period.start, language()))
  if (left < 0) return words.closed(formatDay(period.end, language()))
  if (left === 0) return words.lastDay
  const until = words.until(formatDay(period.end, language()))
  return left <= soon ? `${until} (${words.daysLeft(left)})` : until
}
