/** The importers on official data, where these lie beside the repository. */
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { addDocument } from '#geodata/add.ts'
import { silent } from '#geodata/progress.ts'
import { shared } from './fixture.ts'

const path = (name: string) => fileURLToPath(new URL(name, shared))
const today = '2026-01-01'

async function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'geodata-real-'))
}

describe.skipIf(!existsSync(path('imow/voorbereidingsbesluit-utrecht')))('a small official delivery', () => {
  test('is imported whole, with names and areas', async () => {
    const target = await temporary()
    try {
      const { document, report } = await addDocument({ input: path('imow/voorbereidingsbesluit-utrecht'), target, today }, silent)
      expect(report.skipped).toEqual([])
      expect(document).toMatchObject({
        title: 'Voorbereidingsbesluit Provincie Utrecht - besluit',
        authority: 'Provincie Utrecht',
        category: 'rules',
        date: '2021-04-19',
      })
      expect(document.layers.map((layer) => [layer.title, layer.geometry, layer.zones])).toEqual([
        ['Grondwaterbeschermingsgebied', 'polygon', 6],
        ['Beperkingengebied bouwwerken provinciale wegen', 'polygon', 1],
        ['Beperkingengebied lokale spoorwegen', 'polygon', 2],
      ])
    } finally {
      await rm(target, { recursive: true })
    }
  })
})

describe.skipIf(!existsSync(path('boundaries')))('official GeoJSON', () => {
  test.each(['boundaries', 'kernen'])('every file of %s is imported without a complaint', async (folder) => {
    const target = await temporary()
    try {
      for (const name of await readdir(path(folder))) {
        const { report, document } = await addDocument({ input: path(`${folder}/${name}`), target, today }, silent)
        expect(report.skipped).toEqual([])
        const features = (JSON.parse(await readFile(path(`${folder}/${name}`), 'utf8')) as GeoJSON.FeatureCollection).features
        expect(document.layers[0]?.zones).toBe(features.length)
      }
    } finally {
      await rm(target, { recursive: true })
    }
  })
})
