/**
 * Facts from the DSO symbol library 1.3.1 and the IMOW value lists 4.2.1 (Geonovum, https://www.geonovum.nl): the main colour of a symbol code, and the
 * code that the lists give each group of an area. A code's letters say the pattern, its number the colour; numbers repeat after 300.
 */

/** Colours by number, from 0; `-` where there is none. */
const numbered =
  '000000 ebf0d2 d2ffa5 b45fd2 64aa2d ffc8be ff3c82 ffa096 f091be ff9b00 28c846 ff6923 ebc3d7 9b32cd dc9b78 009b00 82a591 ff78a0 b9d746 82c846 0000ff cdcdcd 00ffff afcde1 5757ff ff0000 ffff00 ffffb4 c8a0d7 fad2ff ebe1eb c02040 e04040 e06060 ff6060 ffc040 ffe000 e0c0a0 c0a000 c0c000 e0e080 0080c0 0080ff 40e0ff 40e0e0 8080c0 8080ff c0c0ff 00c0c0 40e0c0 60e0a0 00c000 00ff00 80ff80 b0b0b0 - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - 000000 ebf0d2 d2ffa5 b45fd2 64aa2d ffc8be ff3c82 ffa096 f091be ff9b00 28c846 ff6923 ebc3d7 9b32cd dc9b78 009b00 82a591 ff78a0 b9d746 82c846 0000ff cdcdcd 00ffff afcde1 5757ff ff0000 ffff00 ffffb4 c8a0d7 fad2ff ebe1eb c02040 e04040 e06060 ff6060 ffc040 ffe000 e0c0a0 c0a000 c0c000 e0e080 0080c0 0080ff 40e0ff 40e0e0 8080c0 8080ff c0c0ff 00c0c0 40e0c0 60e0a0 00c000 00ff00 80ff80 b0b0b0 - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - 000000 ebf0d2 d2ffa5 b45fd2 64aa2d ffc8be ff3c82 ffa096 f091be ff9b00 28c846 ff6923 ebc3d7 9b32cd dc9b78 009b00 82a591 ff78a0 b9d746 82c846 0000ff cdcdcd 00ffff afcde1 5757ff ff0000 ffff00 ffffb4 c8a0d7 fad2ff ebe1eb c02040 e04040 e06060 ff6060 ffc040 ffe000 e0c0a0 c0a000 c0c000 e0e080 0080c0 0080ff 40e0ff 40e0e0 8080c0 8080ff c0c0ff 00c0c0 40e0c0 60e0a0 00c000 00ff00 80ff80 b0b0b0'

/** Codes that differ from their number. */
const exceptions: Readonly<Record<string, string>> = {
  vsgt200: '505050',
  vsgt201: '646464',
  vsgt202: '787878',
  vsgt203: '8c8c8c',
  vsgt204: 'a0a0a0',
  vsgt205: 'b4b4b4',
  vsgt206: 'c8c8c8',
  vsgt207: 'dcdcdc',
  vsgt300: '0000ff',
  vsgt301: '1e1eff',
  vsgt302: '3c3cff',
  vsgt303: '5a5aff',
  vsgt304: '7878ff',
  vsgt305: '9696ff',
  vsgt306: 'b4b4ff',
  vsgt307: 'd2d2ff',
  vsgt400: '005000',
  vsgt401: '007300',
  vsgt402: '009600',
  vsgt403: '00b900',
  vsgt404: '00dc00',
  vsgt405: '00ff00',
  vsgt406: '4bff4b',
  vsgt407: '96ff96',
  vsgt500: '960000',
  vsgt501: 'b90000',
  vsgt502: 'dc0000',
  vsgt503: 'ff0000',
  vsgt504: 'ff5050',
  vsgt505: 'ff7878',
  vsgt506: 'ffa0a0',
  vsgt507: 'ffc8c8',
  vsgt600: 'e1c300',
  vsgt601: 'ebd700',
  vsgt602: 'f5eb00',
  vsgt603: 'ffff00',
  vsgt604: 'ffff50',
  vsgt605: 'ffff78',
  vsgt606: 'ffffa0',
  vsgt607: 'ffffc8',
}

const colours = numbered.split(' ')

/** `#rrggbb` of a symbol code such as `vsg014`; nothing for a code that is not in the library. */
export function symbolColour(code: string): string | undefined {
  const number = /^(?:v[aso][ghz]t?|l[tms]h?|p[a-z])(\d{3})$/.exec(code)?.[1]
  const colour = exceptions[code] ?? (number === undefined ? undefined : colours[Number(number) % 300])
  return colour === undefined || colour === '-' ? undefined : `#${colour}`
}
