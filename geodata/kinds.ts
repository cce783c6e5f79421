/** A layer holds one kind of geometry: a source that mixes them becomes a layer per kind. */
import type { Layer } from '#contract/catalogue.ts'
import type { SourceLayer, SourceZone } from './importer.ts'

export type GeometryKind = Layer['geometry']

const suffixes: Readonly<Record<GeometryKind, string>> = { polygon: 'vlakken', line: 'lijnen', point: 'punten' }

export function kindOf(geometry: SourceZone['geometry']): GeometryKind {
  if (geometry.type.endsWith('Polygon')) return 'polygon'
  return geometry.type.endsWith('LineString') ? 'line' : 'point'
}

/** The layer itself, or its areas, lines and points apart; nothing for a layer without zones. */
export function byKind(layer: SourceLayer): SourceLayer[] {
  const kinds = Map.groupBy(layer.zones, (zone) => kindOf(zone.geometry))
  if (kinds.size < 2) return layer.zones.length > 0 ? [layer] : []
  return [...kinds].map(([kind, zones]) => ({
    ...layer,
    name: `${layer.name} (${suffixes[kind]})`,
    file: `${layer.file} (${suffixes[kind]})`,
    zones,
  }))
}
