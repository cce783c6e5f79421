/** A village's name is not cut by the edge of the map. */
import {
  createExpression,
  latest,
  type StylePropertySpecification,
  type StyleSpecification,
  type VariableAnchorOffsetCollection,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { buildStyle } from '#web/map/style.ts'
import { type Edge, edgeAt, edges } from '#web/map/village-edges.ts'
import { scene } from './map-scene.ts'

const styleWith = (edge: Edge | undefined) => buildStyle({ ...scene, edges: edge ? { cothen: edge } : {} }) as StyleSpecification

/** Anchors that the name of the scene's village may have. */
function anchorsAt(edge: Edge | undefined): string[] {
  const style = styleWith(edge)
  expect(validateStyleMin(style)).toEqual([])
  const layer = style.layers.find(({ id }) => id === 'villages')
  const source = style.sources.villages as unknown as { data: { features: { properties: { edge: string } }[] } }
  const properties = source.data.features[0]?.properties ?? { edge: '' }
  const name = 'text-variable-anchor-offset'
  const compiled = createExpression(
    layer?.type === 'symbol' ? layer.layout?.[name] : undefined,
    name,
    latest.layout_symbol[name] as unknown as StylePropertySpecification,
  )
  if (compiled.result === 'error') throw compiled.value[0]
  const value: VariableAnchorOffsetCollection = compiled.value.evaluate({ zoom: 12 }, { type: 1, properties })
  const list: readonly unknown[] = value.values
  return list.filter((part): part is string => typeof part === 'string')
}

describe('names at the edge', () => {
  test('know on which side the map ends', () => {
    const width = 360
    expect(edgeAt('Tull en ’t Waal', 30, width)).toBe('west-near')
    expect(edgeAt('Tull en ’t Waal', 100, width)).toBe('west')
    expect(edgeAt('Cothen', 180, width)).toBeUndefined()
    expect(edgeAt('Cothen', 300, width)).toBe('east')
    expect(edgeAt('Cothen', 345, width)).toBe('east-near')
    expect(edgeAt('Cothen', -5, width), 'outside: nothing to save').toBeUndefined()
  })

  test('stand on the side where the map goes on, and anywhere elsewhere', () => {
    const outward: Record<Edge, RegExp> = {
      west: /right/,
      'west-near': /right|^center$|^top$|^bottom$/,
      east: /left/,
      'east-near': /left|^center$|^top$|^bottom$/,
    }
    for (const edge of edges) {
      const anchors = anchorsAt(edge)
      expect(anchors.length, edge).toBeGreaterThan(0)
      expect(
        anchors.filter((anchor) => outward[edge].test(anchor)),
        edge,
      ).toEqual([])
    }
    expect(new Set(anchorsAt(undefined)).size).toBe(9)
  })
})
