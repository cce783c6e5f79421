/** The few entries of the national value lists that an import without text needs. */
import type { CategoryId } from '#contract/vocabulary.ts'

/** CBS codes of the provinces, as TOOI uses them: https://standaarden.overheid.nl/tooi */
const provinces: Readonly<Record<string, string>> = {
  pv20: 'Groningen',
  pv21: 'Fryslân',
  pv22: 'Drenthe',
  pv23: 'Overijssel',
  pv24: 'Flevoland',
  pv25: 'Gelderland',
  pv26: 'Utrecht',
  pv27: 'Noord-Holland',
  pv28: 'Zuid-Holland',
  pv29: 'Zeeland',
  pv30: 'Noord-Brabant',
  pv31: 'Limburg',
}

/** A name for `/tooi/id/provincie/pv26`; for other authorities their kind and code. */
export function authorityName(tooi: string): string {
  const [kind = '', code = ''] = tooi.split('/').slice(-2)
  const province = provinces[code]
  return province ? `Provincie ${province}` : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${code}`.trim()
}

/** STOP's list soortRegeling: 006 is the omgevingsvisie; programmes, by-laws and plans hold rules or bind by them. */
export function categoryOfRegeling(kind: string): CategoryId {
  return kind.endsWith('/regelingtype_006') ? 'vision' : 'rules'
}
