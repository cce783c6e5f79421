/** The example's vision is a whole STOP/IMOW delivery: every file, object and passage that is named is there. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPackage } from '#geodata/package/package.ts'
import { newReport } from '#geodata/report.ts'
import { slugOf } from '#geodata/slug.ts'
import { stopImow } from '#geodata/stop-imow/importer.ts'
import { all, expectSound, files, folder, polygonsOf, text } from './example-files.ts'

describe('the vision as a STOP/IMOW delivery', () => {
  const gml = files('visie').filter((name) => name.endsWith('.gml'))
  const stems = gml.map((name) => name.replace('.gml', '')).sort()
  const locations = gml.flatMap((name) => all(`visie/${name}`, /<basisgeo:id>(.+?)</g))
  const objects = files('visie').filter((name) => name.startsWith('ow'))
  const identifiers = objects.flatMap((name) => all(`visie/${name}`, /identificatie>(nl\.imow-[^<]+)</g))

  it('has the files of its manifests, and no other', () => {
    expect(all('visie/manifest.xml', /bestandsnaam>(.+?)</g).sort()).toEqual(files('visie').sort())
    expect(all('visie/manifest-ow.xml', /<naam>(.+?)</g).sort()).toEqual(objects.sort())
  })

  it.each(stems)('has GIO metadata that belong to %s.gml', (stem) => {
    const path = `visie/GIO_${stem}.xml`
    expect(all(path, /bestandsnaam>(.+?)</g)).toEqual([`${stem}.gml`])
    expect(all(path, /<hash>(.+?)</g)).toEqual([
      createHash('sha512')
        .update(text(`visie/${stem}.gml`))
        .digest('hex'),
    ])
    const expression = all(path, /FRBRExpression>(.+?)</g)
    expect(all(`visie/${stem}.gml`, /FRBRExpression>(.+?)</g)).toEqual(expression)
    expect(all('visie/OVI-KR.xml', /informatieobjectRef>(.+?)</g)).toEqual(expect.arrayContaining(expression))
    expect(all('visie/OVI-KR.xml', /<ExtIoRef [^>]*ref="(.+?)"/g)).toEqual(expect.arrayContaining(expression))
  })

  it('refers only to what is there', () => {
    expect(new Set(identifiers).size).toBe(identifiers.length)
    expect(all('visie/owLocatie.xml', /GeometrieRef xlink:href="(.+?)"/g).sort()).toEqual(locations.sort())
    const refs = objects.flatMap((name) => all(`visie/${name}`, /xlink:href="(nl\.imow-.+?)"/g))
    for (const ref of new Set(refs)) expect(identifiers).toContain(ref)
    const passages = all('visie/OVI-KR.xml', / wId="(.+?)"/g)
    for (const wId of all('visie/owDivisie.xml', / wId="(.+?)"/g)) expect(passages).toContain(wId)
    for (const ref of all('visie/OVI-KR.xml', /<IntIoRef [^>]*ref="(.+?)"/g)) expect(passages).toContain(ref)
  })

  it('has a passage, an area type and a theme for every layer', () => {
    const passage = all('visie/owDivisie.xml', /GebiedsaanwijzingRef xlink:href="(.+?)"/g)
    expect(passage.sort()).toEqual(identifiers.filter((id) => id.includes('.gebiedsaanwijzing.')).sort())
    expect(passage.length).toBe(stems.length)
    expect(all('visie/owDivisie.xml', /(<vt:Tekstdeel>)/g).length).toBe(all('visie/owDivisie.xml', /<vt:thema>(.+?)</g).length)
  })

  it('imports without a complaint, into sound shapes of every kind', async () => {
    const report = newReport()
    const source = await openPackage(join(folder, 'visie'))
    const imported = await stopImow.open(source, {}, report)
    const names: string[] = []
    const types = new Set<string>()
    for await (const layer of imported.layers()) {
      names.push(slugOf(layer.name, ''))
      for (const { geometry, title } of layer.zones) {
        types.add(geometry.type.replace('Multi', ''))
        for (const rings of polygonsOf([geometry])) expectSound(rings, `${layer.name}, ${title}`)
      }
    }
    await source.close()
    expect(report.skipped).toEqual([])
    expect(names.sort()).toEqual(stems)
    expect([...types].sort()).toEqual(['LineString', 'Point', 'Polygon'])
  })
})
