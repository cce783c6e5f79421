/** Made-up contributions for load and practice, as clustered as real villages. The n-th is the same in every run. */
import type { ConsultationRecord, Village } from '#contract/consultation.ts'
import { ContributionDraft } from '#contract/contribution.ts'
import type { Geometry, Position } from '#contract/geometry.ts'
import { type KindId, kinds } from '#contract/kinds/registry.ts'
import type { ThemeId } from '#contract/themes.ts'
import { metresPerDegree } from '#domain/great-circle.ts'
import { touchesArea } from '#domain/touches-area.ts'

/** `villages`: around each in proportion to its people, a third of them on a few spots that everybody talks about. */
export const generatedShapes = ['villages', 'uniform', 'one-square'] as const
type GeneratedShape = (typeof generatedShapes)[number]

export interface Generator {
  readonly consultation: ConsultationRecord
  readonly shape: GeneratedShape
  /** Part that are lines and areas, half of each: 0–1. */
  readonly lines: number
}
export interface Generated {
  readonly draft: ContributionDraft
  /** ISO moment. */
  readonly at: string
}

const subjects: Readonly<Record<ThemeId, readonly string[]>> = {
  housing: ['Kleine woningen voor starters', 'Een hofje voor ouderen', 'Oude boerderij splitsen'],
  mobility: ['Een veilige oversteek', 'De bus vaker laten rijden', 'Een breder fietspad'],
  energy: ['Zonnepanelen op de schuur', 'Samen een buurtbatterij', 'Isoleren met de straat'],
  food: ['Een moestuin voor het dorp', 'Streekmarkt op het plein', 'Pluktuin langs het pad'],
  health: ['Een bankje in de schaduw', 'Beweegtuin bij de school', 'Rondje lopen zonder hek'],
  general: ['Het dorpshuis open houden', 'Meer bomen op het plein', 'Een plek voor jongeren'],
}
/** Metres that a village of one person reaches; it grows with the root of its people. */
const reach = 9
/** Spots per village that everybody talks about, and how far in metres people point beside them. */
const spots = 8
const besideSpot = 25
/** Metres: a line's or area's size. */
const shapeSize = 150
/** Side of the square of `one-square`, in metres. */
const squareSide = 100

export function generated({ consultation, shape, lines }: Generator, number: number): Generated {
  const chance = chanceFrom(number)
  const village = weighted(consultation.villages, chance())
  const place = placeIn(consultation, shape, village, chance)
  const kind = pick(consultation.kinds, chance()) as KindId
  const theme = pick(consultation.themes, chance()) as ThemeId
  const second = pick(consultation.themes, chance()) as ThemeId
  const themes = chance() < 0.4 && second !== theme ? [theme, second] : [theme]
  const answers = Object.fromEntries(Object.keys(kinds[kind].fields).map((name) => [name, 'Dit is een voorbeeld.']))
  const draft = ContributionDraft.parse({
    kind,
    themes,
    title: `${pick(subjects[theme], chance())} (voorbeeld)`,
    description: `Gemaakt voorbeeld nummer ${number + 1}, geen echte bijdrage. ${village ? `Het gaat over ${village.name}. ` : ''}We willen dat dit in de visie komt.`,
    geometry: chance() < lines ? shapeAround(place, chance) : { type: 'Point', coordinates: place },
    ...answers,
  })
  const start = Date.parse(consultation.period.start)
  const end = Math.max(start + 1, Date.parse(consultation.period.end))
  return { draft, at: new Date(start + Math.floor(chance() * (end - start))).toISOString() }
}

function placeIn(
  { area, bounds }: ConsultationRecord,
  shape: GeneratedShape,
  village: Village | undefined,
  chance: () => number,
): Position {
  const [west, south, east, north] = bounds
  const middle: Position = village?.position ?? [(west + east) / 2, (south + north) / 2]
  for (let attempt = 0; attempt < 20; attempt++) {
    const found = candidate()
    if (touchesArea({ type: 'Point', coordinates: found }, area)) return found
  }
  return middle

  function candidate(): Position {
    if (shape === 'uniform') return rounded([west + chance() * (east - west), south + chance() * (north - south)])
    if (shape === 'one-square') return moved(middle, (chance() - 0.5) * squareSide, (chance() - 0.5) * squareSide)
    const size = reach * Math.sqrt(village?.population ?? 1000)
    if (chance() < 1 / 3) {
      const own = chanceFrom(Math.floor(chance() * spots) + Math.round(middle[0] * 1e4) * spots)
      const spot = moved(middle, normal(own) * size, normal(own) * size)
      return moved(spot, normal(chance) * besideSpot, normal(chance) * besideSpot)
    }
    return moved(middle, normal(chance) * size, normal(chance) * size)
  }
}

function shapeAround(place: Position, chance: () => number): Geometry {
  const turn = chance() * 2 * Math.PI
  const at = (angle: number, share: number): Position =>
    moved(place, Math.cos(turn + angle) * shapeSize * share, Math.sin(turn + angle) * shapeSize * share)
  if (chance() < 0.5) return { type: 'LineString', coordinates: [at(0, 1), at(0.4, 0.3), at(Math.PI, 1)] }
  const corners = Array.from({ length: 5 }, (_, index) => at((index * 2 * Math.PI) / 5, 0.6 + 0.4 * chance()))
  return { type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] }
}

const rounded = ([x, y]: Position): Position => [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7]

function moved([x, y]: Position, east: number, north: number): Position {
  return rounded([x + east / (metresPerDegree * Math.cos((y * Math.PI) / 180)), y + north / metresPerDegree])
}

/** By the number of people; villages of which none is known count as a thousand. */
function weighted(villages: readonly Village[], share: number): Village | undefined {
  const people = villages.map(({ population }) => population ?? 1000)
  let left = share * people.reduce((sum, count) => sum + count, 0)
  return villages.find((_, index) => {
    left -= people[index] ?? 0
    return left < 0
  })
}

const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)] as T

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Normally distributed around 0 with deviation 1 (Box and Muller), never beyond 3. */
function normal(chance: () => number): number {
  const far = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return Math.max(-3, Math.min(3, far))
}
