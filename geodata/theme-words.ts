/** Guesses a layer's theme from its name, where nobody says it. The first theme with a word in the name wins. */
import type { ThemeId } from '#contract/themes.ts'

const words: readonly (readonly [ThemeId, RegExp])[] = [
  ['energy', /energie|wind|zonne|warmte|ondergrond/i],
  [
    'mobility',
    /weg(en|ennet)?\b|wegennet|spoor|fiets|\bov\b|ov-?netwerk|vaar|knooppunt|infrastructuur|bereikbaar|mobiliteit|verkeer|luchthaven/i,
  ],
  ['housing', /woon|woning|wonen|stedelijk gebied|kernrand|binnenstedelijk|winkel|\bkernen\b|bebouwde kom|bestemming/i],
  ['food', /landbouw|agrarisch|fruit|glastuin|voedsel|veehouder/i],
  ['health', /gezond|geluid|stilte|zwem|recreatie|drinkwater|\blucht(?!vaart)|geur|veilig/i],
]

export function themeFor(name: string): ThemeId {
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? 'general'
}
