/** Two zones of a small vision, built by the real importer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDocument } from '#geodata/add.ts'
import { progressOn } from '#geodata/progress.ts'

export const square = (west: number, south: number, side: number): [number, number][][] => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
]
const feature = (id: string, title: string, coordinates: [number, number][][]) => ({
  type: 'Feature',
  id,
  properties: { id, title },
  geometry: { type: 'Polygon', coordinates },
})

/** "Natuur in het westen" from 5.20 to 5.22 and "in het oosten" from 5.24 to 5.26, both from 52.00 to 52.02. */
export async function builtGeodata(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'vliegwiel-zones-'))
  const source = join(root, 'natuur.geojson')
  const features = [
    feature('west', 'Natuur in het westen', square(5.2, 52, 0.02)),
    feature('oost', 'Natuur in het oosten', square(5.24, 52, 0.02)),
  ]
  await writeFile(source, JSON.stringify({ type: 'FeatureCollection', features }))
  const folder = join(root, 'built')
  const metadata = {
    title: 'Proefvisie',
    category: 'vision',
    authority: 'Proef',
    version: '7',
    date: '2026-01-02',
    licence: 'CC0',
    source: 'proef',
  } as const
  const request = {
    input: source,
    target: folder,
    id: 'proefvisie',
    metadata,
    style: { theme: 'food' },
    today: '2026-11-24',
  } as const
  await addDocument({ ...request, crs: undefined }, progressOn(process.stderr))
  return { folder, remove: () => rm(root, { recursive: true }) }
}
