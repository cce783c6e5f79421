/**
 * What the form needs of the page around it. The shell mounts the default export of contribute-panel.tsx (lazily) with these
 * properties at …/contribute and …/contributions/:id/edit, and calls `startOutbox()` of outbox.ts once, when the app starts.
 */
import type { Consultation } from '#contract/consultation.ts'
import type { MapCommands, Placing } from '../map/port.ts'
import type { SheetHeight } from '../session/desk.ts'

export interface ContributePanelProps {
  readonly consultation: Consultation
  /** Id of the contribution to edit; undefined for a new one. */
  readonly contribution?: string | undefined
  /** Undefined until the map has loaded, or for good where it cannot: the form works without. */
  readonly map: MapCommands | undefined
  /** What the map must let the author choose; null when it may be browsed again. Pass it on as the map's `placing`. */
  readonly onPlacing: (placing: Placing | null) => void
  /** How high a phone's sheet must stand: full for the form, `peek` while the author points on the map, half to show what was sent. */
  readonly onSheet: (height: SheetHeight) => void
}
