/** The map's style, with only those zones of a layer that a passage governs. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { GovernedLayer } from './governed.ts'

export function onlyZones(style: StyleSpecification, governed: readonly GovernedLayer[]): StyleSpecification {
  const parts = new Map(governed.flatMap(({ layer, zones }) => (zones ? [[layer.id, zones] as const] : [])))
  if (parts.size === 0) return style
  return {
    ...style,
    layers: style.layers.map((layer) => narrowed(layer, parts.get(layer.id.slice(0, layer.id.lastIndexOf('/'))))),
  }
}

function narrowed(layer: LayerSpecification, zones: readonly string[] | undefined): LayerSpecification {
  if (!zones || layer.type === 'background') return layer
  const these: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [...zones]]]
  return { ...layer, filter: layer.filter ? (['all', layer.filter, these] as ExpressionSpecification) : these }
}
