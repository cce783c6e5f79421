/** A chosen place in words: "Een route van 1,2 kilometer bij Cothen", "Heel Werkhoven". */
import type { Consultation } from '#contract/consultation.ts'
import type { Geometry } from '#contract/geometry.ts'
import { placeOf } from '#domain/place.ts'
import { contribute } from '../text/contribute.ts'
import { formatNumber } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { canBlur, type Draft } from './draft.ts'
import { measure, modeOf } from './place.ts'

const t = useText(contribute)

const villageName = (consultation: Consultation, id: string): string =>
  consultation.villages.find((village) => village.id === id)?.name ?? id

/** Undefined while no place has been chosen. */
export function placeInWords(draft: Draft, consultation: Consultation): string | undefined {
  const { place } = draft
  if (place.at === 'none') return undefined
  if (place.at === 'village') {
    return place.village === '' ? t().place.whole : t().place.wholeOf(villageName(consultation, place.village))
  }
  const what = shapeInWords(place.geometry)
  const { village } = placeOf(
    {
      geometry: place.geometry,
      precision: canBlur(place) ? draft.precision : 'exact',
      ...(draft.village === '' ? {} : { village: draft.village }),
    },
    consultation.villages,
  )
  return village ? t().place.nearVillage(what, villageName(consultation, village)) : what
}

function shapeInWords(geometry: Geometry): string {
  const { parts, size } = measure(geometry)
  const words = {
    point: () => t().place.point(parts),
    line: () => t().place.line(parts, lengthInWords(size)),
    area: () => t().place.area(parts, surfaceInWords(size)),
  }
  return words[modeOf(geometry)]()
}

/** Two figures are what people can picture: 87 becomes 90 metres, 1234 becomes 1.2 kilometres. */
const rough = (value: number) => Number(value.toPrecision(2))

function lengthInWords(metres: number): string {
  return metres < 950
    ? t().place.metres(formatNumber(rough(metres), language()))
    : t().place.kilometres(formatNumber(rough(metres / 1000), language()))
}

function surfaceInWords(squareMetres: number): string {
  return squareMetres < 5000
    ? t().place.squareMetres(formatNumber(rough(squareMetres), language()))
    : t().place.hectares(formatNumber(rough(squareMetres / 10_000), language()))
}
