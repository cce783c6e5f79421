import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { kindIds } from '#contract/kinds/registry.ts'
import { themeIds, themes } from '#contract/themes.ts'
import { outcomeIds } from '#contract/vocabulary.ts'
import { hatchId, parseHatchId, textures } from '#web/map/hatch.ts'
import { iconPath } from '#web/map/icons.ts'
import { parsePinImageId, pinBox, pinDrawing, pinImageId, pinSvg, ringOf } from '#web/map/pin.ts'

/** Every coordinate pair that an absolute path command moves to. */
const absolute = (path: string) => [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

describe('pins', () => {
  it('differ in outline by kind, in colour and icon by theme, in ring by answer', () => {
    const outlines = kindIds.map((kind) => pinDrawing(kind, 'housing', 'none').outline)
    expect(new Set(outlines).size).toBe(kindIds.length)
    const icons = themeIds.map((theme) => pinDrawing('idea', theme, 'none').icon.path)
    expect(new Set(icons).size).toBe(themeIds.length)
    expect(outcomeIds.map(ringOf)).toEqual(['none', 'dashed', 'closed', 'closed', 'closed', 'closed'])
    expect(pinDrawing('idea', 'housing', 'none').ring).toBeNull()
    expect(pinDrawing('idea', 'housing', 'dashed').ring?.dash).not.toBeNull()
  })

  it.each(kindIds.flatMap((kind) => themeIds.map((theme) => [kind, theme] as const)))(
    '%s about %s is a whole SVG',
    (kind, theme) => {
      for (const outcome of outcomeIds) {
        const svg = pinSvg(kind, theme, outcome)
        const tags: string[] = []
        const parser = new SaxesParser()
        parser.on('opentag', (tag) => tags.push(tag.name))
        parser.on('error', (error) => {
          throw error
        })
        parser.write(svg).close()
        expect(tags).toEqual(ringOf(outcome) === 'none' ? ['svg', 'path', 'path'] : ['svg', 'path', 'path', 'path'])
        expect(svg).toContain(themes[theme].colour)
        // The CSP allows no inline styles.
        expect(svg).not.toMatch(/style=|NaN|undefined/)
      }
    },
  )

  it('stay within their box with edge and ring', () => {
    for (const kind of kindIds) {
      for (const [x, y] of absolute(pinDrawing(kind, 'housing', 'closed').outline)) {
        expect(Math.min(x as number, y as number)).toBeGreaterThanOrEqual(5)
        expect(Math.max(x as number, y as number)).toBeLessThanOrEqual(pinBox - 5)
      }
    }
  })

  it('name their images so that they can be drawn from the name alone', () => {
    for (const kind of kindIds)
      for (const theme of themeIds)
        for (const ring of ['none', 'dashed', 'closed'] as const)
          expect(parsePinImageId(pinImageId(kind, theme, ring))).toEqual({ kind, theme, ring })
    for (const other of [
      '',
      'pin',
      'pin|idea|housing',
      'pin|toString|housing|none',
      'pin|idea|housing|square',
      hatchId('hatch', '#123456'),
    ])
      expect(parsePinImageId(other)).toBeNull()
  })

  it('read Lucide icons as one path, circles too', () => {
    const bike = iconPath('bike')
    expect(bike.match(/M/g)?.length).toBeGreaterThan(3)
    expect(bike).toContain('a3.5 3.5 0 1 0 7 0')
  })
})

describe('hatches', () => {
  it('carry their colour and look in their name, and nothing else counts as one', () => {
    for (const texture of textures) expect(parseHatchId(hatchId(texture, '#1a2B3c'))).toEqual({ texture, colour: '#1a2B3c' })
    expect(parseHatchId('hatch|hatch|red')).toBeNull()
    expect(parseHatchId('hatch|woolly|#123456')).toBeNull()
    expect(parseHatchId('pin|idea|housing|none')).toBeNull()
  })
})
