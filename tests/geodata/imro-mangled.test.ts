import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bounded } from '#geodata/gml/bounded.ts'
import { InputError } from '#geodata/importer.ts'
import { readObjects } from '#geodata/imro/objects.ts'
import { allOf } from './fixture.ts'
import {
  collection2012,
  curvedRing,
  destination,
  geometry,
  object,
  planArea,
  readText,
  ring,
  segment,
  squareRing,
  surface,
  text,
} from './imro-fixture.ts'

const good = destination('goed', 'wonen', surface(squareRing(150_000, 450_000, 100)))
const whole = collection2012(planArea, good)

const triangle = (x: string) => surface(ring(`${x} 450000 150100 450000 150100 450100 ${x} 450000`))

test.each([
  ['NaN', triangle('NaN'), '"NaN" is not a coordinate'],
  ['infinity', triangle('1e999'), 'is not a coordinate'],
  ['words', triangle('hier'), '"hier" is not a coordinate'],
  ['swapped axes', surface(ring('450000 150000 450100 150000 450100 150100 450000 150000')), 'outside the Netherlands'],
  ['an odd number', surface(ring('150000 450000 150100')), 'do not make positions'],
  ['no positions', surface(ring('')), 'a ring of 0 positions'],
  ['an open ring', surface(ring('150000 450000 150100 450000 150100 450100 150000 450100')), 'unclosed'],
  ['a ring without area', surface(ring('150000 450000 150100 450000 150000 450000 150000 450000')), 'without area'],
  ['no geometry', '', 'no geometry'],
  ['an empty surface', '<gml:Surface><gml:patches><gml:PolygonPatch/></gml:patches></gml:Surface>', 'without a boundary'],
  ['an unknown curve', surface(curvedRing(segment('BSpline', '150000 450000 150100 450000'))), 'this kind of curve'],
  [
    'segments apart',
    surface(
      curvedRing(
        segment('LineStringSegment', '150000 450000 150100 450000'),
        segment('LineStringSegment', '150105 450000 150000 450100 150000 450000'),
      ),
    ),
    'segments 5.00 m apart',
  ],
  [
    'an unknown CRS',
    surface(squareRing(150_000, 450_000, 10)).replace(/EPSG::28992/, 'EPSG::99999'),
    'coordinate reference system',
  ],
])('%s costs one line in the report; the rest is imported', async (_, shape, reason) => {
  const { layers, report } = await readText(collection2012(planArea, destination('fout', 'wonen', shape), good))
  expect(report.skipped).toHaveLength(1)
  expect(report.skipped[0]?.subject).toBe('plan.gml, Enkelbestemming fout "Naam fout"')
  expect(report.skipped[0]?.reason).toContain(reason)
  expect(layers[0]?.zones.map((zone) => zone.id)).toEqual(['goed'])
})

test('a ring that crosses itself is drawn, and said with its place', async () => {
  const bow = surface(ring('150000 450000 150100 450100 150100 450000 150000 450200 150000 450000'))
  const { layers, report } = await readText(collection2012(planArea, destination('strik', 'wonen', bow)))
  expect(layers[0]?.zones.map((zone) => zone.id)).toEqual(['strik'])
  expect(report.skipped).toEqual([])
  expect(report.remarked).toEqual([
    {
      subject: 'plan.gml, Enkelbestemming strik "Naam strik"',
      what: expect.stringContaining('crosses itself at 150066.667 450066.667'),
    },
  ])
})

test('a hole with a fault is filled, and said; the area stays', async () => {
  const holed = surface(squareRing(150_000, 450_000, 100), ring('150010 450010 150020 450010 150020 450020'))
  const { layers, report } = await readText(collection2012(planArea, destination('gat', 'wonen', holed)))
  expect(layers[0]?.zones).toHaveLength(1)
  expect(report.skipped.map(({ reason }) => reason)).toEqual([expect.stringContaining('the hole is filled')])
})

test('classes that are not drawn are counted in one line', async () => {
  const { report } = await readText(collection2012(planArea, good, object('Raadsel', 'r1'), object('Raadsel', 'r2')))
  expect(report.skipped).toEqual([{ subject: 'plan.gml, 2 × Raadsel', reason: 'not a class of IMRO that is drawn' }])
})

test('a DOCTYPE is refused, also with entities that grow', async () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
  await expect(readText(whole.replace('?>', `?>${doctype}`))).rejects.toThrow(/DOCTYPE/)
})

test('a file without a plan area, and one that breaks off, are refused in a sentence', async () => {
  await expect(readText(collection2012(good))).rejects.toThrow(/no plangebied/)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 400, max: whole.length - 1 }), async (length) => {
      await expect(readText(whole.slice(0, length))).rejects.toBeInstanceOf(InputError)
    }),
    { numRuns: 30 },
  )
})

test('ids that are used twice stay apart', async () => {
  const { layers } = await readText(collection2012(planArea, good, good))
  expect(layers[0]?.zones.map((zone) => zone.id)).toEqual(['goed', 'goed-2'])
})

test('links are addresses or files of the plan, nothing else', async () => {
  const linked = async (target: string) => {
    const { layers } = await readText(collection2012(planArea, good.replace('r_NL.IMRO.9999.Proef-VA01.html#_16_Naam', target)))
    return layers[0]?.zones[0]?.link
  }
  expect(await linked('https://voorbeeld.nl/regels.html#16')).toBe('https://voorbeeld.nl/regels.html#16')
  for (const bad of ['javascript:alert(1)', '../../x.html', '//kwaad.nl/x', 'r.html&quot; onclick=&quot;x']) {
    expect(await linked(bad)).toBeUndefined()
  }
})

test('whatever is cut out, doubled or overwritten: zones with finite positions, or a sentence', async () => {
  const source = collection2012(
    planArea,
    good,
    destination('boog', 'groen', surface(curvedRing(segment('Circle', '150000 450000 150010 450010 150020 450000')))),
    object(
      'Figuur',
      'lijn',
      text('naam', 'as'),
      geometry('<gml:LineString><gml:posList>150000 450000 150010 450000</gml:posList></gml:LineString>'),
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.nat(source.length),
      fc.nat(40),
      fc.oneof(fc.constantFrom('', ' ', '<', '>', '-', 'NaN', '1e308', '<gml:pos>', '</gml:Curve>', '"', '&'), fc.string()),
      async (from, length, put) => {
        const mangled = source.slice(0, from) + put + source.slice(from + length)
        const positions: number[] = []
        try {
          const read: unknown[] = []
          await readObjects('plan.gml', chunksOf(mangled), async (objects) => {
            for (const { geometries } of objects) {
              read.push(geometries)
              positions.push(...numbersIn(geometries))
            }
          })
          expect(read.length).toBeLessThanOrEqual(5)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
        expect(positions.every(Number.isFinite)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

async function* chunksOf(source: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(source)
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

test('a list of positions without end is given up, without holding it all', async () => {
  let given = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('<a><gml:posList>')
    for (;;) {
      given++
      yield new TextEncoder().encode('150000 450000 '.repeat(100))
    }
  }
  await expect(allOf(bounded('plan.gml', endless(), 100_000))).rejects.toThrow(/longer than 100000 bytes/)
  expect(given).toBeLessThan(80)
})

test('what has tags between passes unchanged, however long', async () => {
  const chunks = [`<a>${'x'.repeat(60)}`, `${'x'.repeat(30)}</a>`, `${'y'.repeat(99)}<b/>`].map((part) =>
    new TextEncoder().encode(part),
  )
  async function* source(): AsyncGenerator<Uint8Array> {
    yield* chunks
  }
  expect(await allOf(bounded('plan.gml', source(), 104))).toEqual(chunks)
  await expect(allOf(bounded('plan.gml', source(), 92))).rejects.toThrow(InputError)
})
