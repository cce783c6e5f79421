import type { FaultTexts, FaultValues } from '../faults.ts'

/** What to do when a text has the wrong length, in the same words for both sides. */
const length = ({ min, max }: FaultValues) =>
  min && max
    ? `gebruik ${min} tot ${max} tekens`
    : max
      ? `gebruik hoogstens ${max} tekens`
      : `gebruik minstens ${min ?? 1} tekens`
const range = ({ min, max }: FaultValues) =>
  min !== undefined && max !== undefined ? `${min} tot ${max}` : max !== undefined ? `hoogstens ${max}` : `minstens ${min ?? 0}`
const quoted = ({ value }: FaultValues) => (value === undefined ? 'dit' : `"${value}"`)
const there = ({ found }: FaultValues) => (found === undefined ? '' : ` Je hebt er ${found}.`)
const chosen = ({ choices }: FaultValues) => (choices && choices.length > 0 ? ` Kies uit: ${choices.join(', ')}.` : '')

/** "31 december 2026" */
const dayInWords = (day: string) => new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** Dutch texts of faults: plain language, what is wrong and how to mend it. */
export const faultsNl: FaultTexts = {
  whole: 'Bericht',
  parameter: (name) => `Parameter ${name}`,
  header: (name) => `Kop ${name}`,
  asks: {
    kind: () => 'kies een soort bijdrage',
    themes: ({ min, max }) => `kies ${min} tot ${max} onderwerpen`,
    title: ({ min, max }) => `vul een titel in van ${min} tot ${max} tekens`,
    description: ({ min, max }) => `vul een toelichting in van ${min} tot ${max} tekens`,
    geometry: () => 'kies een plek op de kaart, of kies "heel het dorp"',
    village: () => 'kies een dorp uit de lijst',
    role: () => 'kies een rol',
    authorName: ({ max }) => `gebruik voor de naam hoogstens ${max} tekens`,
    precision: () => 'kies hoe precies anderen de plek mogen zien',
  },
  codes: {
    missing: (_, ask) => (ask ? `${ask}.` : 'dit ontbreekt. Vul het in.'),
    wrongType: (_, ask) =>
      ask ? `dit klopt niet. Wat je kunt doen: ${ask}.` : 'hier hoort iets anders te staan. Controleer de waarde.',
    tooShort: (values, ask) => `${ask ?? length(values)}.${there(values)}`,
    tooLong: (values, ask) => `${ask ?? length(values)}.${there(values)}`,
    tooFew: (values, ask) => `${ask ?? `geef ${range(values)} onderdelen`}.${there(values)}`,
    tooMany: (values, ask) => `${ask ?? `geef ${range(values)} onderdelen`}.${there(values)}`,
    tooSmall: (values) => `${quoted(values)} is te klein. Geef een getal: ${range(values)}.`,
    tooBig: (values) => `${quoted(values)} is te groot. Geef een getal: ${range(values)}.`,
    notAllowed: (values, ask) => `${quoted(values)} kan hier niet.${chosen(values) || (ask ? ` Wat je kunt doen: ${ask}.` : '')}`,
    unknownField: (values) => `het veld ${quoted(values)} kennen we niet. Laat het weg.`,
    unknownParameter: (values) => `${quoted(values)} kennen we niet. Laat het weg of controleer de spelling.`,
    repeated: () => 'dit staat er meer dan één keer. Geef het één keer.',
    badFormat: (values) => `${quoted(values)} is niet goed geschreven. Controleer de schrijfwijze.`,
    badCharacters: () => 'er staan onzichtbare stuurtekens in de tekst. Haal ze weg, of typ de tekst opnieuw.',
    malformedText: () => 'er staat een onleesbaar teken in de tekst, bijvoorbeeld een halve emoji. Haal het weg.',
    duplicateThemes: () => 'je koos een onderwerp dubbel. Kies elk onderwerp hoogstens één keer.',
    villageMissing: () => 'je koos "heel het dorp". Kies ook welk dorp.',
    villageUnknown: (values) => `${quoted(values)} hoort niet bij dit participatietraject. Kies een dorp uit de lijst.`,
    fieldOfOtherKind: () => 'deze vraag hoort bij een andere soort bijdrage. Laat het antwoord weg.',
    kindNotAsked: (values) => `deze soort bijdrage kan hier niet.${chosen(values)}`,
    themeNotAsked: (values) => `over het onderwerp ${quoted(values)} gaat dit participatietraject niet.${chosen(values)}`,
    badCoordinate: ({ value }) =>
      `${value === undefined ? 'een punt klopt niet' : `"${value}" klopt niet`}. Een punt is een lengtegraad van -180 tot 180 en dan een breedtegraad van -90 tot 90.`,
    badBox: () => 'zet de getallen in de volgorde west, zuid, oost, noord; west hoogstens oost en zuid hoogstens noord.',
    tooFewVertices: () =>
      'een lijn heeft minstens 2 punten en een vlak minstens 4, waarvan het eerste en laatste gelijk zijn. Teken verder.',
    tooManyVertices: ({ max, found }) =>
      `de vorm heeft ${found ?? 'te veel'} punten of delen. Teken hem met ${max === undefined ? 'minder' : `hoogstens ${max}`}.`,
    geometryUnclosed: () => 'een vlak is niet gesloten. Eindig op het punt waar je begon.',
    geometryCrossing: () => 'de rand van het vlak kruist zichzelf. Verschuif een punt, of teken het vlak opnieuw.',
    geometryEmpty: () => 'de vorm heeft geen lengte of oppervlakte. Zet de punten verder uit elkaar.',
    geometryHoles: () => 'een gat ligt buiten het vlak of kruist de rand. Verschuif het gat, of teken het vlak zonder gat.',
    precisionOfShape: () => 'alleen een punt kan "ongeveer" of "alleen het dorp" zijn. Kies "precies" voor een lijn of vlak.',
    outsideArea: () => 'deze plek ligt buiten het gebied. Kies een plek binnen de rand op de kaart.',
    notYetOpen: ({ day }) => `je kunt nog niet meedoen. Dat kan ${day === undefined ? 'later' : `vanaf ${dayInWords(day)}`}.`,
    closed: ({ day }) => `je kunt niet meer meedoen. Dat kon ${day === undefined ? 'eerder' : `tot en met ${dayInWords(day)}`}.`,
    notJson: () => 'dit is geen geldige JSON. Controleer haakjes, komma’s, aanhalingstekens en dubbele veldnamen.',
    tooDeep: ({ max }) => `het bericht is te diep genest. Gebruik ${max === undefined ? 'minder' : `hoogstens ${max}`} niveaus.`,
    badPageToken: () => 'deze verwijzing naar een volgende pagina klopt niet (meer). Begin opnieuw bij de eerste pagina.',
    badEncoding: () => 'de waarde is niet goed gecodeerd. Gebruik UTF-8 met procenttekens.',
    giveOne: ({ choices = [] }) => `geef ${choices.join(' of ')}: precies één van de twee.`,
    shapeTooWide: () => 'deze vorm is te groot om in één keer op te zoeken. Vraag een kleiner stuk.',
  },
}
