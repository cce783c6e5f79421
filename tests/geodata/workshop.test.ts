import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDocument } from '#geodata/build/document.ts'
import { Workshop } from '#geodata/build/workshop.ts'
import type { SourceLayer } from '#geodata/importer.ts'
import { silent } from '#geodata/progress.ts'
import { newReport } from '#geodata/report.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geodata-workshop-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A star with a hole, a line and a point, elsewhere in each layer. */
function layer(number: number): SourceLayer {
  const around = (radius: number, count: number) =>
    Array.from({ length: count + 1 }, (_, index) => {
      const angle = (2 * Math.PI * (index % count)) / count
      const far = radius * (1 + 0.3 * Math.sin(7 * angle + number))
      return [5 + number / 50 + far * Math.cos(angle), 52 + far * Math.sin(angle)]
    })
  const zone = (id: string, geometry: SourceLayer['zones'][number]['geometry']) => ({
    id,
    title: `Zone ${id}`,
    value: id,
    geometry,
    properties: { number, large: number > 2, note: null },
  })
  return {
    name: `Layer ${number}`,
    file: `layer${number}`,
    zones: [
      zone('a', { type: 'MultiPolygon', coordinates: [[around(0.2, 900), around(0.05, 300)]] }),
      zone('b', { type: 'LineString', coordinates: around(0.3, 700) }),
      zone('c', { type: 'Point', coordinates: [5, 52 + number / 100] }),
    ],
  }
}

async function built(name: string, workshop: Workshop) {
  const work = await mkdtemp(join(folder, `${name}-`))
  const head = { id: 'doc', title: 'Doc', category: 'vision', authority: 'X', version: '1', date: '2026-01-01' } as const
  const imported = {
    metadata: {},
    count: 6,
    async *layers() {
      for (let number = 0; number < 6; number++) yield layer(number)
    },
  }
  const whole = { ...head, source: 's', licence: 'l', example: false }
  const made = await buildDocument(whole, imported, () => ({}), work, silent, newReport(), workshop)
  return { made, files: await Promise.all(made.files.map((file) => readFile(join(work, file)))) }
}

test('in threads a document becomes byte for byte what it becomes without', async () => {
  const alone = await built('alone', new Workshop(0))
  const threads = await built('threads', new Workshop(3, 0))
  const some = await built('some', new Workshop(2, 5000))
  for (const other of [threads, some]) {
    expect(other.made).toEqual(alone.made)
    for (const [index, file] of other.files.entries()) expect(file.equals(alone.files[index] as Buffer)).toBe(true)
  }
})
