/** One running app for all journeys: the real server on a fresh data folder with the seeded example. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from '#local/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vliegwiel-journeys-'))
  const server = await startServer({ port: 0, dataDir })
  project.provide('origin', server.origin)
  return async () => {
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
}
