/** Dates and numbers as people read them. A moment is shown as the day it was in the Netherlands, wherever the reader is. */
import type { LanguageId } from './index.ts'

const locales: Readonly<Record<LanguageId, string>> = { nl: 'nl-NL', en: 'en-GB' }
const timeZone = 'Europe/Amsterdam'

/** `2026-11-24T09:12:00Z` → `24 november 2026`. */
export function formatMoment(moment: string, language: LanguageId): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(new Date(moment))
}

/** `2026-11-24T09:12:00Z` → `24 nov 2026`. */
export function formatMomentShort(moment: string, language: LanguageId): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone }).format(new Date(moment))
}

/** `2026-12-15` (a day, without a time) → `15 december 2026`. */
export function formatDay(day: string, language: LanguageId): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The day it is now in the Netherlands, `YYYY-MM-DD`. */
export function today(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

/** Days from one day to another, both `YYYY-MM-DD`; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** `12345` → `12.345`. */
export function formatNumber(value: number, language: LanguageId): string {
  return new Intl.NumberFormat(locales[language]).format(value)
}
