/**
 * Our mapping of the national lists Thema and Type gebiedsaanwijzing onto the six themes of the map. Nature, water and soil are
 * "Leefomgeving" (general); "Gezond leven" (health) is what bears on people directly. A test holds the first against the list.
 */
import type { ThemeId } from '#contract/themes.ts'

/** By concept of the list Thema. */
export const themeOfThema: ReadonlyMap<string, ThemeId> = new Map<string, ThemeId>([
  ['Bodem', 'general'],
  ['Bouwwerken', 'housing'],
  ['CultureelErfgoed', 'general'],
  ['EnergieEnNatuurlijkeHulpbronnen', 'energy'],
  ['ExterneVeiligheid', 'health'],
  ['Geluid', 'health'],
  ['Gezondheid', 'health'],
  ['Infrastructuur', 'mobility'],
  ['Landgebruik', 'general'],
  ['Landschap', 'general'],
  ['Lucht', 'health'],
  ['MilieuAlgemeen', 'general'],
  ['Natuur', 'general'],
  ['Procedures', 'general'],
  ['WaterEnWatersystemen', 'general'],
])

/** By concept of the list Type gebiedsaanwijzing, where no thema says more; the types that are missing say too little. */
export const themeOfType: ReadonlyMap<string, ThemeId> = new Map<string, ThemeId>([
  ['Bodem', 'general'],
  ['Bouw', 'housing'],
  ['Energievoorziening', 'energy'],
  ['ExterneVeiligheid', 'health'],
  ['Geluid', 'health'],
  ['Geur', 'health'],
  ['Leiding', 'energy'],
  ['Lucht', 'health'],
  ['Mijnbouw', 'energy'],
  ['Natuur', 'general'],
  ['Recreatie', 'health'],
  ['Verkeer', 'mobility'],
  ['WaterEnWatersysteem', 'general'],
])
