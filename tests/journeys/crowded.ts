/** A running app whose map is too full for pins: made-up contributions around the villages, and many on one spot. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localTable } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { seedMany } from '#local/seed-many.ts'
import { startServer } from '#local/server.ts'
import type { App } from './app.ts'

/** @param count contributions, one in twenty a line or an area */
export async function startCrowdedApp(count: number): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vliegwiel-crowded-'))
  const server = await startServer({ port: 0, dataDir, seed: 'none' })
  const { consultation } = await readSeed()
  // Zones are other tests' matter.
  const zonesAt = async () => []
  const place = { table: localTable, endpoint: server.databaseEndpoint }
  await seedMany({ ...place, consultation, shape: 'villages', lines: 0.05, count, zonesAt })
  return {
    origin: server.origin,
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
