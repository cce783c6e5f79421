/** The consultation that is open, for every page and panel in it. */
import { type Accessor, createContext, useContext } from 'solid-js'
import type { Catalogue } from '#contract/catalogue.ts'
import type { Consultation } from '#contract/consultation.ts'
import type { Load } from './load.ts'

export interface OpenConsultation {
  readonly consultation: Accessor<Consultation>
  /** Map layers; fetched when first asked for. */
  readonly catalogue: () => Load<Catalogue>
  /** Counts have changed: fetches the consultation again. */
  readonly refresh: () => void
  /** Opens the download dialog. */
  readonly download: () => void
}

export const ConsultationContext = createContext<OpenConsultation>()

/** @throws when used outside a consultation's route */
export function useConsultation(): OpenConsultation {
  const open = useContext(ConsultationContext)
  if (!open) throw new Error('useConsultation is used outside a consultation')
  return open
}
