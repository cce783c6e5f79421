/** Reads OW objects: what a delivery says of places, areas, main lines, parts of the text and rules, as IMOW names them. */
import type { XmlVisitor } from '../xml.ts'

/** Kinds of object, IMOW 2 and 3. */
const owKinds = [
  'Regelingsgebied',
  'Gebied',
  'Gebiedengroep',
  'Lijn',
  'Lijnengroep',
  'Punt',
  'Puntengroep',
  'Ambtsgebied',
  'Gebiedsaanwijzing',
  'Hoofdlijn',
  'Divisie',
  'Divisietekst',
  'Tekstdeel',
  'Regeltekst',
  'RegelVoorIedereen',
  'Instructieregel',
  'Omgevingswaarderegel',
  'Activiteit',
  'ActiviteitLocatieaanduiding',
  'Omgevingsnorm',
  'Omgevingswaarde',
  'Normwaarde',
  'Kaart',
  'Kaartlaag',
  'SymbolisatieItem',
  'Pons',
] as const
type OwKind = (typeof owKinds)[number]

export const locatieKinds: ReadonlySet<string> = new Set<OwKind>([
  'Gebied',
  'Gebiedengroep',
  'Lijn',
  'Lijnengroep',
  'Punt',
  'Puntengroep',
  'Ambtsgebied',
])
export const ruleKinds: ReadonlySet<string> = new Set<OwKind>(['RegelVoorIedereen', 'Instructieregel', 'Omgevingswaarderegel'])

export interface OwReference {
  /** Element around it: `locatieaanduiding`, `artikelOfLid`. */
  readonly role: string
  /** Kind it says it points to, with `Ref`: `LocatieRef`. */
  readonly kind: string
  readonly to: string
  /** Which element around it: what stands in the same one belongs together. */
  readonly within: number
}

export interface OwObject {
  readonly kind: OwKind
  readonly file: string
  /** Empty for a SymbolisatieItem, which has none. */
  id: string
  /** Element of the text that it stands for, as that names itself. */
  readonly wId: string | undefined
  /** Texts of its own elements by local name: `naam`, `groep`, `thema`, `kwantitatieveWaarde`. */
  readonly texts: Map<string, string[]>
  readonly references: OwReference[]
  /** Which element around it, as of a reference. */
  readonly within: number
  /** It stands inside another: a norm's values, a map's layers. */
  readonly parent: OwObject | undefined
}

const known: ReadonlySet<string> = new Set(owKinds)
const isKind = (name: string): name is OwKind => known.has(name)

/** First text of an object's element. */
export function textOf(object: OwObject, name: string): string | undefined {
  return object.texts.get(name)?.[0]
}

/** Name of a concept in a national list: the last part of its address. */
export function conceptOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1)
}

/** Collects the objects of one file; of a file without any, nothing. An object that the delivery ends (`status` beëindigen) is left out. */
export function owVisitor(file: string, found: OwObject[]): XmlVisitor {
  const path: { name: string; serial: number }[] = []
  let serial = 0
  const stack: { object: OwObject; depth: number }[] = []
  let inside = 0
  return {
    open(name, attributes) {
      const parent = path.at(-1)
      path.push({ name, serial: ++serial })
      if (name === 'owObject') inside++
      if (inside === 0) return
      const outer = stack.at(-1)?.object
      const to = attributes.get('href')
      if (to !== undefined)
        outer?.references.push({ role: parent?.name ?? '', kind: name, to: to.trim(), within: parent?.serial ?? 0 })
      else if (isKind(name)) {
        const wId = attributes.get('wId')
        stack.push({
          object: { kind: name, file, id: '', wId, texts: new Map(), references: [], within: parent?.serial ?? 0, parent: outer },
          depth: path.length,
        })
      }
    },
    close(name, text) {
      const top = stack.at(-1)
      if (top && top.depth === path.length) {
        stack.pop()
        if (textOf(top.object, 'status') !== 'beëindigen') found.push(top.object)
      } else if (top && text !== '') {
        if (name === 'identificatie' && path.length === top.depth + 1) top.object.id = text
        else top.object.texts.set(name, [...(top.object.texts.get(name) ?? []), text])
      }
      path.pop()
      if (name === 'owObject') inside--
    },
  }
}
