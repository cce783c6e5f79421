/** "What lies here?" with temporary geodata of its own. */
import type { Geometry } from '#contract/geometry.ts'
import { fileSources } from '#geo/file-source.ts'
import { type Geodata, openGeodata } from '#geo/geodata.ts'
import { type AddRequest, addDocument } from '#geodata/add.ts'
import { silent } from '#geodata/progress.ts'
import { folderOf, type Rings, temporaryFolder } from './fixture.ts'

export async function add(
  target: string,
  files: Readonly<Record<string, string>>,
  request: Partial<AddRequest> = {},
): Promise<void> {
  await addDocument({ input: await folderOf(files), target, id: 'plan', today: '2026-01-01', ...request }, silent)
}

export async function geodataOf(files: Readonly<Record<string, string>>, request: Partial<AddRequest> = {}): Promise<Geodata> {
  const target = await temporaryFolder()
  await add(target, files, request)
  return openGeodata(fileSources(target))
}

export const polygon = (rings: Rings) => ({ type: 'Polygon' as const, coordinates: rings })
export const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] })
export const ids = async (geodata: Geodata, geometry: Geometry) => (await geodata.zonesAt(geometry)).map((zone) => zone.id)
