/** A large plan goes through in parts: its file is not read ahead, and its objects are put aside on disk. */
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { readObjects } from '#geodata/imro/objects.ts'
import { Shelf } from '#geodata/imro/shelf.ts'
import { collection2012, destination, planArea, squareRing, surface } from './imro-fixture.ts'

test('the file is read on only when what was read has been taken', async () => {
  const source = collection2012(
    planArea,
    ...Array.from({ length: 400 }, (_, index) =>
      destination(`v${index}`, 'wonen', surface(squareRing(150_000 + index, 450_000, 10))),
    ),
  )
  const size = 8 * 1024
  let given = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < source.length; at += size) {
      given += 1
      yield new TextEncoder().encode(source.slice(at, at + size))
    }
  }
  const visits: { given: number; objects: number }[] = []
  await readObjects('plan.gml', chunks(), async (objects) => {
    const before = given
    await new Promise((resolve) => setImmediate(resolve))
    expect(given).toBe(before)
    visits.push({ given, objects: objects.length })
  })
  expect(visits.reduce((sum, { objects }) => sum + objects, 0)).toBe(401)
  // Never more than a chunk holds.
  expect(Math.max(...visits.map(({ objects }) => objects))).toBeLessThan(20)
})

test('objects come back class by class as they were, also from disk, and nothing stays behind', async () => {
  const shelf = new Shelf()
  onTestFinished(() => shelf.discard())
  const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('vliegwiel-imro-'))
  const before = await left()
  const long = Array.from({ length: 50_000 }, (_, index): [number, number] => [5 + index / 1e6, 52])
  const made = (id: string) => ({
    name: 'Enkelbestemming',
    id,
    identification: id,
    texts: new Map([['naam', `Naam ${id}`]]),
    references: [],
    measures: [],
    geometries: [{ type: 'MultiLineString' as const, coordinates: [long] }],
    faults: [],
    remarks: [],
    borders: [],
  })
  // Some 73 MB: more than is held in memory.
  for (let index = 0; index < 60; index++) await shelf.put(index % 2 === 0 ? 'a' : 'b', made(`v${index}`))
  expect((await left()).length).toBe(before.length + 1)
  const ids: string[] = []
  for await (const object of shelf.of('b')) {
    if (ids.length === 0) expect(object).toEqual(made(object.id))
    ids.push(object.id)
  }
  expect(ids).toEqual(Array.from({ length: 30 }, (_, index) => `v${2 * index + 1}`))
  await shelf.discard()
  expect(await left()).toEqual(before)
})
