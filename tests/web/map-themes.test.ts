import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Rgb,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { themeIds, themes } from '#contract/themes.ts'
import { land } from '#web/map/scene.ts'

const rgb = converter('rgb')
const colour = (hex: string): Rgb => {
  const parsed = rgb(parse(hex))
  if (!parsed) throw new Error(`not a colour: ${hex}`)
  return parsed
}
/** Eyes with all cones, and those that lack one kind of them altogether. */
const eyes = {
  'all cones': (seen: Rgb) => seen,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
}
const pairs = themeIds.flatMap((one, index) => themeIds.slice(index + 1).map((other) => [one, other] as const))

describe('theme colours', () => {
  for (const [eye, see] of Object.entries(eyes)) {
    it.each(pairs)(`%s and %s are told apart (${eye})`, (one, other) => {
      const difference = differenceCiede2000()(rgb(see(colour(themes[one].colour))), rgb(see(colour(themes[other].colour))))
      expect(difference).toBeGreaterThanOrEqual(10)
    })
  }

  it.each(themeIds)('%s carries white text and icons, and stands out from the land', (theme) => {
    expect(wcagContrast(themes[theme].colour, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(themes[theme].colour, land)).toBeGreaterThanOrEqual(3)
  })
})
