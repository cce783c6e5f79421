/**
 * Colours of the main groups of destinations (bestemmingshoofdgroepen), as the Standaard Vergelijkbare Bestemmingsplannen 2012 (SVBP2012,
 * Geonovum) prescribes them. Checked against two published styles: of the national plan service's `enkelbestemming`
 * (SLD by hoofdgroep) and of the DSO's viewer, which agree but for "bedrijf": there the first is followed, as the plan service's legend is.
 */
export const mainGroupColours: Readonly<Record<string, string>> = {
  agrarisch: '#ebf0d2',
  'agrarisch met waarden': '#d2e1a5',
  bedrijf: '#b45fd2',
  bedrijventerrein: '#c8a0d7',
  bos: '#64aa2d',
  centrum: '#ffc8be',
  'cultuur en ontspanning': '#ff3c82',
  detailhandel: '#ffa096',
  dienstverlening: '#f091be',
  gemengd: '#ffbe87',
  groen: '#28c846',
  horeca: '#ff6923',
  kantoor: '#ebc3d7',
  maatschappelijk: '#dc9b78',
  natuur: '#82a591',
  recreatie: '#b9d746',
  sport: '#82c846',
  tuin: '#c8d76e',
  verkeer: '#cdcdcd',
  water: '#afcde1',
  wonen: '#ffff00',
  woongebied: '#ffffb4',
  overig: '#ebe1eb',
}

/** SVBP2012 has patterns in black for double destinations; the map hatches, and tells the groups apart by colour. */
export const doubleGroupColours: Readonly<Record<string, string>> = {
  leiding: '#d55e00',
  waarde: '#7f3c8d',
  waterstaat: '#0072b2',
}
