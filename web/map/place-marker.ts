/** The marker of a place that is being chosen: a drop whose tip stands on the spot. */
import { accent } from './scene.ts'

export const placeMarkerSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 52" width="44" height="52" aria-hidden="true" focusable="false">' +
  `<path d="M22 50C13 38 6 30 6 20a16 16 0 0 1 32 0c0 10-7 18-16 30z" fill="${accent}" stroke="#fff" stroke-width="3" stroke-linejoin="round"/>` +
  '<circle cx="22" cy="20" r="6.5" fill="#fff"/></svg>'
