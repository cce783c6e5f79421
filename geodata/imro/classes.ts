/** The classes of IMRO2012 and IMRO2008: which is the plan itself, which are layers, and how these look. */
import type { LegendEntry } from '#contract/catalogue.ts'
import type { LayerStyle } from '../importer.ts'
import { doubleGroupColours, mainGroupColours } from './main-groups.ts'

interface LayerClass {
  /** Dutch, plural: the layer's title. */
  readonly title: string
  /** Dutch, singular: what one zone of it is. */
  readonly type: string
  readonly colour: string
  readonly hatch?: boolean
  /** Colours of values. */
  readonly colours?: Readonly<Record<string, string>>
}

/** By class without its suffix (`Besluitvlak_X`: `_A`, `_P`, `_X`, `_G`, `_R` say whose instrument it is); in the order of the layers. */
const layerClasses = {
  Enkelbestemming: { title: 'Enkelbestemmingen', type: 'Enkelbestemming', colour: '#8a9a5b', colours: mainGroupColours },
  Dubbelbestemming: {
    title: 'Dubbelbestemmingen',
    type: 'Dubbelbestemming',
    colour: '#5f6b6d',
    hatch: true,
    colours: doubleGroupColours,
  },
  Bouwvlak: { title: 'Bouwvlakken', type: 'Bouwvlak', colour: '#404040' },
  Maatvoering: { title: 'Maatvoering', type: 'Maatvoering', colour: '#7f3c8d' },
  Functieaanduiding: { title: 'Functieaanduidingen', type: 'Functieaanduiding', colour: '#0072b2' },
  Bouwaanduiding: { title: 'Bouwaanduidingen', type: 'Bouwaanduiding', colour: '#d55e00' },
  Lettertekenaanduiding: { title: 'Lettertekenaanduidingen', type: 'Lettertekenaanduiding', colour: '#009e73' },
  Gebiedsaanduiding: { title: 'Gebiedsaanduidingen', type: 'Gebiedsaanduiding', colour: '#b58900', hatch: true },
  Figuur: { title: 'Figuren', type: 'Figuur', colour: '#c0392b' },
  Besluitvlak: { title: 'Besluitvlakken', type: 'Besluitvlak', colour: '#cc79a7' },
  Besluitsubvlak: { title: 'Besluitsubvlakken', type: 'Besluitsubvlak', colour: '#7f3c8d' },
  Structuurvisiegebied: { title: 'Structuurvisiegebieden', type: 'Structuurvisiegebied', colour: '#009e73' },
  Structuurvisiecomplex: { title: 'Structuurvisiecomplexen', type: 'Structuurvisiecomplex', colour: '#0072b2' },
  Structuurvisieverklaring: { title: 'Structuurvisieverklaringen', type: 'Structuurvisieverklaring', colour: '#b58900' },
  ProvinciaalGebied: { title: 'Provinciale gebieden', type: 'Provinciaal gebied', colour: '#009e73' },
  ProvinciaalComplex: { title: 'Provinciale complexen', type: 'Provinciaal complex', colour: '#0072b2' },
  ProvinciaalVerklaring: { title: 'Provinciale verklaringen', type: 'Provinciale verklaring', colour: '#b58900' },
  NationaalGebied: { title: 'Nationale gebieden', type: 'Nationaal gebied', colour: '#009e73' },
  NationaalComplex: { title: 'Nationale complexen', type: 'Nationaal complex', colour: '#0072b2' },
  Plangebied: { title: 'Plangebied', type: 'Plangebied', colour: '#5f6b6d' },
} as const satisfies Record<string, LayerClass>

const classNames = Object.keys(layerClasses)

const bare = (name: string) => name.replace(/_[A-Z]+$/, '')

/** The object that speaks of the plan as a whole: Bestemmingsplangebied, Inpassingsplangebied, Beheersverordeninggebied, Besluitgebied_X, … */
export function isPlan(name: string): boolean {
  return !isBorder(name) && (/(plangebied|verordeninggebied|omgevingsplan)$/i.test(bare(name)) || bare(name) === 'Besluitgebied')
}

/** Instruments whose place the Omgevingswet gave to a visie, a verordening or rules of the state: by their class or their typePlan. */
export function isSuperseded(name: string, kind: string): boolean {
  return (
    /^(Structuurvisie|Provinciaal|Nationaal)/.test(name) ||
    /structuurvisie|provinciale verordening|^amvb$|^regeling$|algemene maatregel/i.test(kind)
  )
}

/** An object that only holds the borders of others. */
export function isBorder(name: string): boolean {
  return /^Geometrie/.test(name)
}

/** Classes that speak of other objects, or of policy as a whole: they may do without a place. */
export function hasNoPlace(name: string): boolean {
  return /(complex|verklaring)$/i.test(bare(name))
}

/** The layer of a class, by its place in the order; undefined for a class that is no layer. */
export function layerClassOf(name: string): { key: string; order: number } | undefined {
  const key = isPlan(name) ? 'Plangebied' : bare(name)
  const order = classNames.indexOf(key)
  return order < 0 ? undefined : { key, order }
}

/** @param values that its zones have */
export function styleOf(key: string, values: ReadonlySet<string>): LayerStyle & { title: string } {
  const { title, type, colour, hatch = false, colours }: LayerClass = layerClasses[key as keyof typeof layerClasses]
  return { title, type, theme: 'general', colour, hatch, legend: colours ? legendOf(colours, colour, values) : [] }
}

/** In the order of the standard; then what the standard does not know, in the layer's own colour. */
function legendOf(colours: Readonly<Record<string, string>>, other: string, values: ReadonlySet<string>): LegendEntry[] {
  const known = Object.keys(colours).filter((value) => values.has(value))
  const unknown = [...values].filter((value) => !Object.hasOwn(colours, value)).sort()
  return [...known, ...unknown].map((value) => ({
    value,
    label: value.charAt(0).toUpperCase() + value.slice(1),
    colour: colours[value] ?? other,
  }))
}
