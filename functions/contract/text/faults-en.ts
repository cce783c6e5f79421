import type { FaultTexts, FaultValues } from '../faults.ts'

const length = ({ min, max }: FaultValues) =>
  min && max ? `use ${min} to ${max} characters` : max ? `use at most ${max} characters` : `use at least ${min ?? 1} characters`
const range = ({ min, max }: FaultValues) =>
  min !== undefined && max !== undefined ? `${min} to ${max}` : max !== undefined ? `at most ${max}` : `at least ${min ?? 0}`
const quoted = ({ value }: FaultValues) => (value === undefined ? 'this' : `"${value}"`)
const there = ({ found }: FaultValues) => (found === undefined ? '' : ` You have ${found}.`)
const chosen = ({ choices }: FaultValues) => (choices && choices.length > 0 ? ` Choose from: ${choices.join(', ')}.` : '')

/** "31 December 2026" */
const dayInWords = (day: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** English texts of faults, for the form in English. */
export const faultsEn: FaultTexts = {
  whole: 'Message',
  parameter: (name) => `Parameter ${name}`,
  header: (name) => `Header ${name}`,
  asks: {
    kind: () => 'choose a kind of contribution',
    themes: ({ min, max }) => `choose ${min} to ${max} topics`,
    title: ({ min, max }) => `enter a title of ${min} to ${max} characters`,
    description: ({ min, max }) => `enter an explanation of ${min} to ${max} characters`,
    geometry: () => 'choose a place on the map, or choose "the whole village"',
    village: () => 'choose a village from the list',
    role: () => 'choose a role',
    authorName: ({ max }) => `use at most ${max} characters for the name`,
    precision: () => 'choose how precisely others may see the place',
  },
  codes: {
    missing: (_, ask) => (ask ? `${ask}.` : 'this is missing. Fill it in.'),
    wrongType: (_, ask) =>
      ask ? `this is not right. What you can do: ${ask}.` : 'something else belongs here. Check the value.',
    tooShort: (values, ask) => `${ask ?? length(values)}.${there(values)}`,
    tooLong: (values, ask) => `${ask ?? length(values)}.${there(values)}`,
    tooFew: (values, ask) => `${ask ?? `give ${range(values)} parts`}.${there(values)}`,
    tooMany: (values, ask) => `${ask ?? `give ${range(values)} parts`}.${there(values)}`,
    tooSmall: (values) => `${quoted(values)} is too small. Give a number: ${range(values)}.`,
    tooBig: (values) => `${quoted(values)} is too big. Give a number: ${range(values)}.`,
    notAllowed: (values, ask) =>
      `${quoted(values)} is not possible here.${chosen(values) || (ask ? ` What you can do: ${ask}.` : '')}`,
    unknownField: (values) => `we do not know the field ${quoted(values)}. Leave it out.`,
    unknownParameter: (values) => `we do not know ${quoted(values)}. Leave it out or check the spelling.`,
    repeated: () => 'this is given more than once. Give it once.',
    badFormat: (values) => `${quoted(values)} is not written properly. Check how it is written.`,
    badCharacters: () => 'the text holds invisible control characters. Remove them, or type the text again.',
    malformedText: () => 'the text holds an unreadable character, half an emoji for example. Remove it.',
    duplicateThemes: () => 'you chose a topic twice. Choose each topic once at most.',
    villageMissing: () => 'you chose "the whole village". Choose which village too.',
    villageUnknown: (values) => `${quoted(values)} is not part of this consultation. Choose a village from the list.`,
    fieldOfOtherKind: () => 'this question belongs to another kind of contribution. Leave the answer out.',
    kindNotAsked: (values) => `this kind of contribution is not possible here.${chosen(values)}`,
    themeNotAsked: (values) => `this consultation is not about ${quoted(values)}.${chosen(values)}`,
    badCoordinate: ({ value }) =>
      `${value === undefined ? 'a point is not right' : `"${value}" is not right`}. A point is a longitude from -180 to 180 and then a latitude from -90 to 90.`,
    badBox: () => 'put the numbers in the order west, south, east, north; west at most east and south at most north.',
    tooFewVertices: () => 'a line has at least 2 points and an area at least 4, of which the first and last are equal. Draw on.',
    tooManyVertices: ({ max, found }) =>
      `the shape has ${found ?? 'too many'} points or parts. Draw it with ${max === undefined ? 'fewer' : `at most ${max}`}.`,
    geometryUnclosed: () => 'an area is not closed. End at the point where you began.',
    geometryCrossing: () => 'the edge of the area crosses itself. Move a point, or draw the area again.',
    geometryEmpty: () => 'the shape has no length or surface. Put its points further apart.',
    geometryHoles: () => 'a hole lies outside the area or crosses its edge. Move the hole, or draw the area without it.',
    precisionOfShape: () => 'only a point can be "roughly" or "only the village". Choose "exact" for a line or an area.',
    outsideArea: () => 'this place lies outside the area. Choose a place within the edge on the map.',
    notYetOpen: ({ day }) => `you cannot take part yet. You can ${day === undefined ? 'later' : `from ${dayInWords(day)}`}.`,
    closed: ({ day }) => `you cannot take part any more. You could ${day === undefined ? 'before' : `until ${dayInWords(day)}`}.`,
    notJson: () => 'this is not valid JSON. Check brackets, commas, quotes and repeated names.',
    tooDeep: ({ max }) => `the message is nested too deeply. Use ${max === undefined ? 'fewer' : `at most ${max}`} levels.`,
    badPageToken: () => 'this reference to a next page is not right (any more). Start at the first page again.',
    badEncoding: () => 'the value is not encoded properly. Use percent-encoded UTF-8.',
    giveOne: ({ choices = [] }) => `give ${choices.join(' or ')}: exactly one of the two.`,
    shapeTooWide: () => 'this shape is too large to look up at once. Ask for a smaller part.',
  },
}
