/** Sentences that say on the map what eyes see there. */
import type { Village } from '#contract/consultation.ts'
import type { Position } from '#contract/geometry.ts'
import type { MapWords } from '../text/map.ts'
import type { PlacingNews } from './placing.ts'
import { whereabouts } from './whereabouts.ts'

type Villages = readonly Pick<Village, 'name' | 'position'>[]

/** "400 m ten noorden van Cothen"; coordinates where there is no village to go by. */
export function placeWords(at: Position, villages: Villages, words: MapWords): string {
  const where = whereabouts(at, villages)
  if (where === null) return `${at[1].toFixed(4)}, ${at[0].toFixed(4)}`
  if (where.metres === 0) return words.inVillage(where.village)
  const distance = where.metres < 2000 ? `${where.metres} m` : `${words.number(where.metres / 1000)} km`
  return words.fromVillage(distance, words.directions[where.direction], where.village)
}

export function newsWords(news: PlacingNews, villages: Villages, words: MapWords): string {
  switch (news.what) {
    case 'set':
      return words.pointSet(news.count, placeWords(news.at, villages, words))
    case 'moved':
      return words.pointMoved(placeWords(news.at, villages, words))
    case 'removed':
      return words.pointRemoved(news.left)
    case 'grabbed':
      return words.grabbed(news.index)
    case 'finished':
      return words.partFinished(news.parts)
    case 'started':
      return words.partStarted
    case 'cleared':
      return words.cleared
    case 'crosses':
      return words.crosses
  }
}
