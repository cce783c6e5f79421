/** Themes of the province's programme "Vliegwiel van gemeenschapskracht": what a contribution is about. */

/** The order is part of the data model: a set of themes is stored as a bitmask over it. Append, never reorder. */
export const themeIds = ['housing', 'mobility', 'energy', 'food', 'health', 'general'] as const
export type ThemeId = (typeof themeIds)[number]

export interface Theme {
  /** Fill of pins and legends; every pair differs ≥ 10 ΔE2000 for colour-blind eyes, ≥ 4.5 against white. */
  readonly colour: string
  /** Name of the Lucide icon that always goes with the colour. */
  readonly icon: string
}

export const themes = {
  housing: { colour: '#c7331d', icon: 'house' },
  mobility: { colour: '#165fba', icon: 'bike' },
  energy: { colour: '#996802', icon: 'sun' },
  food: { colour: '#1e7c45', icon: 'wheat' },
  health: { colour: '#982b78', icon: 'heart' },
  general: { colour: '#4f5a63', icon: 'layers' },
} as const satisfies Record<ThemeId, Theme>
