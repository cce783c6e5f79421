/** Numbers of a `pos` or `posList`. */

/** Powers of ten that a double holds exactly: a whole number up to 2^53 divided by one of these is rounded once, as `Number` does. */
const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)
const largestExact = 2 ** 53

/**
 * @param dimension numbers per position; those after the second (heights) are dropped
 * @returns x0, y0, x1, y1, …; or what is wrong
 */
export function positionsOf(text: string, dimension: number): number[] | string {
  const flat: number[] = []
  let count = 0
  for (let at = 0; at < text.length; ) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++
    const place = count++ % dimension
    if (place < 2) {
      const number = numberIn(text, at, end)
      if (!Number.isFinite(number)) return `"${text.slice(at, end).slice(0, 40)}" is not a coordinate`
      flat.push(number)
    }
    at = end
  }
  if (!(dimension >= 2) || count % dimension !== 0) return `${count} coordinates do not make positions of ${dimension}`
  return flat
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** What `Number` makes of the text from `start` to `end`; several times faster for plain decimals, of which a delivery has millions. */
function numberIn(text: string, start: number, end: number): number {
  let at = start
  const negative = text.charCodeAt(at) === 45
  if (negative) at++
  let digits = 0
  let decimals = -1
  const first = at
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      digits = digits * 10 + (code - 48)
      if (decimals >= 0) decimals++
    } else if (code === 46 && decimals < 0) decimals = 0
    else return Number(text.slice(start, end))
  }
  if (digits >= largestExact || decimals >= powers.length || at - first === (decimals < 0 ? 0 : 1))
    return Number(text.slice(start, end))
  const size = decimals > 0 ? digits / (powers[decimals] ?? 1) : digits
  return negative ? -size : size
}
