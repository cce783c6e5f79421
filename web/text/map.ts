/** The map's words. */
import type { Direction } from '../map/whereabouts.ts'
import { section } from './index.ts'

export interface MapWords {
  readonly map: string
  readonly place: string
  readonly help: string
  readonly helpPlacing: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly locate: string
  readonly locating: string
  readonly noPosition: { readonly refused: string; readonly unavailable: string; readonly tooSlow: string }
  readonly youAreHere: (where: string) => string
  readonly cluster: (count: string, one: boolean, village: string | null, about: string) => string
  readonly clusterOpens: string
  readonly clusterHelp: string
  readonly inView: (clusters: number, loose: number) => string
  readonly fan: (count: number) => string
  readonly turns: (index: number, count: number) => string
  readonly crowded: (count: number) => string
  readonly failed: string
  readonly compareNotFetched: string
  readonly drawingLoading: string
  readonly drawingFailed: string
  readonly directions: Readonly<Record<Direction, string>>
  /** A number as the language writes it: a decimal comma in Dutch. */
  readonly number: (value: number) => string
  readonly inVillage: (village: string) => string
  readonly fromVillage: (distance: string, direction: string, village: string) => string
  readonly crosshairAt: (where: string) => string
  readonly crosshairOver: (title: string, where: string) => string
  readonly pointSet: (count: number, where: string) => string
  readonly pointMoved: (where: string) => string
  readonly pointRemoved: (left: number) => string
  readonly grabbed: (index: number) => string
  readonly partFinished: (parts: number) => string
  readonly partStarted: string
  readonly cleared: string
  readonly crosses: string
  readonly removePoint: string
}

export const mapText = section<MapWords>({
  nl: {
    map: 'Kaart',
    place: 'De plek die je aanwijst',
    help: 'Schuif de kaart met de pijltjestoetsen, met Shift gaat het sneller. Zoom met plus en min. Druk op Enter om te kiezen wat onder het kruis ligt, of om te vragen wat daar geldt. Met Tab ga je naar de groepen bijdragen.',
    helpPlacing:
      'Schuif de kaart met de pijltjestoetsen tot het kruis goed staat, met Shift gaat het sneller. Enter zet een punt, Backspace haalt het laatste punt weg. Zet je een punt op het eerste of laatste punt, dan is dit deel klaar.',
    zoomIn: 'Inzoomen',
    zoomOut: 'Uitzoomen',
    locate: 'Mijn locatie',
    locating: 'Je locatie wordt gezocht …',
    noPosition: {
      refused: 'De browser mag je locatie niet gebruiken. Sta het toe in de instellingen, of schuif zelf de kaart.',
      unavailable: 'Je locatie is nu niet te vinden. Schuif zelf de kaart.',
      tooSlow: 'Je locatie zoeken duurt te lang. Probeer het buiten nog eens, of schuif zelf de kaart.',
    },
    youAreHere: (where) => `Je bent hier: ${where}.`,
    cluster: (count, one, village, about) =>
      `${count} ${one ? 'bijdrage' : 'bijdragen'}${village === null ? '' : ` bij ${village}`}: ${about}`,
    clusterOpens: 'De kaart zoomt in.',
    clusterHelp:
      'Met de pijltjestoetsen ga je naar een andere groep, met Enter open je deze, met Escape ga je terug naar de kaart.',
    inView: (clusters, loose) =>
      `In beeld: ${clusters} ${clusters === 1 ? 'groep' : 'groepen'} en ${loose} losse ${loose === 1 ? 'bijdrage' : 'bijdragen'}.`,
    fan: (count) => `${count} bijdragen op deze plek`,
    turns: (index, count) => `${index} van ${count} op deze plek. Kies nog eens voor de volgende.`,
    crowded: (count) => `Hier liggen ${count} bijdragen dicht bij elkaar. De kaart zoomt in.`,
    compareNotFetched: 'Vergelijken is niet geladen. Controleer je internet en probeer het opnieuw.',
    failed: 'De kaart kan op dit toestel niet worden getoond. Alles staat ook in de lijst.',
    drawingLoading: 'Het tekengereedschap wordt geladen …',
    drawingFailed: 'Tekenen lukt nu niet. Controleer je verbinding, of kies een punt of een dorp.',
    directions: {
      north: 'ten noorden',
      northEast: 'ten noordoosten',
      east: 'ten oosten',
      southEast: 'ten zuidoosten',
      south: 'ten zuiden',
      southWest: 'ten zuidwesten',
      west: 'ten westen',
      northWest: 'ten noordwesten',
    },
    number: (value) => value.toLocaleString('nl-NL'),
    inVillage: (village) => `in het hart van ${village}`,
    fromVillage: (distance, direction, village) => `${distance} ${direction} van ${village}`,
    crosshairAt: (where) => `Kruis ${where}.`,
    crosshairOver: (title, where) => `Kruis op “${title}”, ${where}.`,
    pointSet: (count, where) => `Punt ${count} gezet, ${where}.`,
    pointMoved: (where) => `Punt verplaatst, nu ${where}.`,
    pointRemoved: (left) =>
      left === 0
        ? 'Laatste punt weggehaald. Er staat niets meer.'
        : `Punt weggehaald. Nog ${left} ${left === 1 ? 'punt' : 'punten'}.`,
    grabbed: (index) => `Punt ${index} vastgepakt. Schuif de kaart en druk op Enter om het neer te zetten.`,
    partFinished: (parts) =>
      parts === 1 ? 'Klaar. Je kunt nu de punten verslepen.' : `Deel ${parts} is klaar. Je kunt de punten verslepen.`,
    partStarted: 'Begin een volgend deel: zet het eerste punt.',
    cleared: 'Alles is weggehaald. Begin opnieuw.',
    crosses: 'De rand kruist zichzelf. Versleep een punt of haal het weg.',
    removePoint: 'Haal dit punt weg',
  },
  en: {
    map: 'Map',
    place: 'The place that you point out',
    help: 'Move the map with the arrow keys, faster with Shift. Zoom with plus and minus. Press Enter to choose what lies under the cross, or to ask what applies there. Tab goes to the groups of contributions.',
    helpPlacing:
      'Move the map with the arrow keys until the cross is right, faster with Shift. Enter puts a point, Backspace takes the last one back. A point put on the first or last point finishes this part.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    locate: 'My location',
    locating: 'Looking for your location …',
    noPosition: {
      refused: 'The browser may not use your location. Allow it in the settings, or move the map yourself.',
      unavailable: 'Your location cannot be found now. Move the map yourself.',
      tooSlow: 'Finding your location takes too long. Try again outside, or move the map yourself.',
    },
    youAreHere: (where) => `You are here: ${where}.`,
    cluster: (count, one, village, about) =>
      `${count} ${one ? 'contribution' : 'contributions'}${village === null ? '' : ` near ${village}`}: ${about}`,
    clusterOpens: 'The map zooms in.',
    clusterHelp: 'The arrow keys go to another group, Enter opens this one, Escape goes back to the map.',
    inView: (clusters, loose) =>
      `In view: ${clusters} ${clusters === 1 ? 'group' : 'groups'} and ${loose} single ${loose === 1 ? 'contribution' : 'contributions'}.`,
    fan: (count) => `${count} contributions at this place`,
    turns: (index, count) => `${index} of ${count} at this place. Choose again for the next.`,
    crowded: (count) => `${count} contributions lie close together here. The map zooms in.`,
    compareNotFetched: 'Comparing has not loaded. Check your internet and try again.',
    failed: 'The map cannot be shown on this device. The list holds everything too.',
    drawingLoading: 'The drawing tools are loading …',
    drawingFailed: 'Drawing does not work now. Check your connection, or choose a point or a village.',
    directions: {
      north: 'north',
      northEast: 'north-east',
      east: 'east',
      southEast: 'south-east',
      south: 'south',
      southWest: 'south-west',
      west: 'west',
      northWest: 'north-west',
    },
    number: (value) => value.toLocaleString('en-GB'),
    inVillage: (village) => `in the heart of ${village}`,
    fromVillage: (distance, direction, village) => `${distance} ${direction} of ${village}`,
    crosshairAt: (where) => `Cross ${where}.`,
    crosshairOver: (title, where) => `Cross on “${title}”, ${where}.`,
    pointSet: (count, where) => `Point ${count} put, ${where}.`,
    pointMoved: (where) => `Point moved, now ${where}.`,
    pointRemoved: (left) =>
      left === 0
        ? 'Last point taken away. Nothing is left.'
        : `Point taken away. ${left} ${left === 1 ? 'point' : 'points'} left.`,
    grabbed: (index) => `Point ${index} picked up. Move the map and press Enter to put it down.`,
    partFinished: (parts) =>
      parts === 1 ? 'Done. You can drag the points now.' : `Part ${parts} is done. You can drag the points.`,
    partStarted: 'Start another part: put its first point.',
    cleared: 'Everything is taken away. Start again.',
    crosses: 'The edge crosses itself. Drag a point or take it away.',
    removePoint: 'Take this point away',
  },
})
