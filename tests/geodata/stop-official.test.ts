/** OW objects of official deliveries, held against what was computed independently, where these lie beside the repository. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SourceLayer } from '#geodata/importer.ts'
import { openPackage, readText } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { themeOfThema } from '#geodata/stop-imow/imow-themes.ts'
import { stopImow } from '#geodata/stop-imow/importer.ts'
import { symbolColour } from '#geodata/stop-imow/symbol-colours.ts'
import { symbolOfGroup } from '#geodata/stop-imow/symbol-groups.ts'
import { allOf, shared } from './fixture.ts'

const path = (name: string) => fileURLToPath(new URL(name, shared))

async function read(name: string): Promise<{ layers: SourceLayer[]; report: Report }> {
  const source = await openPackage(path(name))
  const report = newReport()
  try {
    const layers = await allOf((await stopImow.open(source, {}, report)).layers())
    // Only what is said of them: the coordinates of a whole province take hundreds of megabytes.
    return { layers: layers.map((layer) => ({ ...layer, zones: [] })), report }
  } finally {
    await source.close()
  }
}

const counts = ({ counted }: Report) => Object.fromEntries(counted.map(({ kind, read: all, linked }) => [kind, [all, linked]]))

interface Oracle {
  readonly file: string
  readonly gebiedsaanwijzingen: readonly { readonly naam: string }[]
  readonly hoofdlijnen: readonly string[]
  readonly divisies: readonly string[]
}

const vision = 'imow/omgevingsvisie-utrecht.zip'
describe.skipIf(!existsSync(path(vision)))('the omgevingsvisie of the province of Utrecht', () => {
  let found: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    found = await read(vision)
  }, 120_000)

  test('its objects are counted, and each of the five absent GIOs costs one Gebied, one line', () => {
    expect(counts(found.report)).toMatchObject({
      Gebiedsaanwijzing: [78, 73],
      Hoofdlijn: [7, 3],
      Tekstdeel: [127, 63],
      Divisietekst: [98, 59],
      Gebied: [87, 82],
    })
    expect(found.report.skipped.filter(({ reason }) => reason.includes('is in no GIO')).length).toBe(5)
    expect(found.report.skipped.length).toBe(10)
  })

  test('areas, main lines and passages of each GIO are those computed independently', async () => {
    const oracle = JSON.parse(await readFile(path('imow/omgevingsvisie-utrecht.expected.json'), 'utf8')) as Oracle[]
    expect(oracle.length).toBe(79)
    for (const { file, gebiedsaanwijzingen, hoofdlijnen, divisies } of oracle) {
      const style = found.layers.find((layer) => layer.file === file)?.style
      expect(style, file).toBeDefined()
      const [only, ...more] = gebiedsaanwijzingen
      if (only && more.length === 0) expect(style?.title?.toLowerCase(), file).toBe(only.naam.toLowerCase())
      expect([...(style?.passages ?? [])].sort(), file).toEqual([...divisies].sort())
      if (hoofdlijnen.length > 0) expect(hoofdlijnen, file).toContain(style?.group)
      else expect(style?.group, file).toBeUndefined()
    }
  })
})

const rules = 'imow/omgevingsverordening-utrecht.zip'
describe.skipIf(!existsSync(path(rules)))('the omgevingsverordening of the province of Utrecht', () => {
  test('its 1135 rules are read, and 117 of its 129 GIOs', async () => {
    const { layers, report } = await read(rules)
    const found = counts(report)
    const all = ['RegelVoorIedereen', 'Instructieregel', 'Omgevingswaarderegel'].map((kind) => found[kind]?.[0] ?? 0)
    expect(all.reduce((sum, number) => sum + number, 0)).toBe(1135)
    expect(new Set(layers.map((layer) => layer.file.replace(/ \(.*/, ''))).size).toBe(117)
    expect(layers.filter((layer) => (layer.style?.passages?.length ?? 0) > 0).length).toBeGreaterThan(100)
  }, 120_000)
})

const lists = 'waardelijsten/waardelijsten_IMOW_v4.2.1.zip'
describe.skipIf(!existsSync(path(lists)))('the national value lists', () => {
  test('every thema has one of our themes', async () => {
    const source = await openPackage(path(lists))
    try {
      const name = source.names.find((member) => member.endsWith('.json')) ?? ''
      const addresses = (await readText(source, name, 10_000_000)).matchAll(/\/thema\/id\/concept\/(\w+)"/g)
      const themas = [...new Set([...addresses].map((match) => match[1] ?? ''))]
      expect(themas.length).toBeGreaterThanOrEqual(15)
      expect(themas.filter((thema) => !themeOfThema.has(thema))).toEqual([])
    } finally {
      await source.close()
    }
  })

  test('every group of areas and norms has its symbol, and every symbol a colour', async () => {
    const source = await openPackage(path(lists))
    try {
      const name = source.names.find((member) => member.endsWith('.json')) ?? ''
      const { waardelijsten } = JSON.parse(await readText(source, name, 10_000_000)) as ValueLists
      const groups = waardelijsten.waardelijst
        .filter(({ label }) => label.endsWith('groep') && label !== 'activiteitengroep')
        .flatMap(({ waarden }) => waarden.waarde)
        .filter(({ symboolcode }) => symboolcode?.vlak)
      expect(groups.length).toBeGreaterThan(300)
      for (const { uri, symboolcode } of groups) expect(symbolOfGroup(uri), uri).toBe(symboolcode?.vlak?.id)
      for (const { uri } of groups) expect(symbolColour(symbolOfGroup(uri) ?? ''), uri).toMatch(/^#[0-9a-f]{6}$/)
    } finally {
      await source.close()
    }
  })
})

interface ValueLists {
  readonly waardelijsten: {
    readonly waardelijst: readonly {
      readonly label: string
      readonly waarden: {
        readonly waarde: readonly { readonly uri: string; readonly symboolcode?: { readonly vlak?: { readonly id: string } } }[]
      }
    }[]
  }
}

const library = 'waardelijsten/Symbolenbibliotheek_v1.3.1_wl5.1.0.zip'
describe.skipIf(!existsSync(path(library)))('the symbol library of the DSO', () => {
  test('every symbol has the colour of its fill or stroke', async () => {
    const source = await openPackage(path(library))
    try {
      const styles = source.names.filter((name) => name.endsWith('.sld'))
      expect(styles.length).toBe(4)
      let count = 0
      for (const name of styles)
        for (const [, rule = ''] of (await readText(source, name, 100_000_000)).matchAll(
          /<(?:se:)?Rule>([\s\S]*?)<\/(?:se:)?Rule>/g,
        )) {
          const code = /<(?:se:)?Name>([a-z]+\d{3})<\//.exec(rule)?.[1]
          const colours = [...rule.matchAll(/name="(?:fill|stroke)"[^>]*>\s*(#[0-9a-fA-F]{6})/g)].map((match) =>
            match[1]?.toLowerCase(),
          )
          if (!code || colours.length === 0) continue
          count++
          // Black by code: the library writes it as #000001 in hatched symbols.
          expect(symbolColour(code), code).toSatisfy((colour: string) => colours.includes(colour) || colour === '#000000')
        }
      expect(count).toBeGreaterThan(3000)
    } finally {
      await source.close()
    }
  })
})
