/** Data folders filled with so many made-up contributions, made where they are absent and used again where they are there. */
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type LocalDatabase, localTable, openDatabase } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { type Filling, fillByImport, madeUp } from './import-fill.ts'
import { sampleZones } from './sample-zones.ts'

const zones = sampleZones.map((zone) => ({
  ...zone,
  layerTitle: 'Wonen',
  document: 'omgevingsvisie-voorbeeld',
  documentTitle: 'Voorbeeld',
  category: 'vision' as const,
  date: '2026-01-01',
  theme: 'housing' as const,
  colour: '#c7331d',
}))

/** The consultation, and the folder within the given one, that hold so many. */
export const nameOf = (size: number): string => `bench-${size}`

/** A database with one consultation, `nameOf(size)`, of so many contributions around villages, one in ten a line or an area. */
export async function filledWith(folder: string, size: number): Promise<LocalDatabase> {
  const { consultation } = await readSeed()
  const own = { ...consultation, id: nameOf(size) }
  return openFilled(join(folder, nameOf(size)), async () => [{ consultation: own, submissions: madeUp(own, size, zones) }])
}

/** The database of a folder, filled first where there is none. One that was broken off while filling is not used. */
export async function openFilled(folder: string, fillings: () => Promise<readonly Filling[]>): Promise<LocalDatabase> {
  const isThere = await access(join(folder, 'database.sqlite')).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    const making = `${folder}.new`
    await rm(making, { recursive: true, force: true })
    await mkdir(making, { recursive: true })
    await fillByImport(making, localTable, await fillings())
    await mkdir(folder, { recursive: true })
    await rename(join(making, 'database.sqlite'), join(folder, 'database.sqlite'))
    await rm(making, { recursive: true })
  }
  return openDatabase(folder)
}
