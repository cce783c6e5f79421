/** One embedded database per test file; a test takes a fresh consultation (see contributions.ts). */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll } from 'vitest'
import { type LocalDatabase, openDatabase as openLocalDatabase } from '#local/database.ts'
import { type Consumed, openDatabase } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import type { Store } from '#store/store.ts'

export const table = 'contributions-test'

export interface Fixture {
  readonly store: Store
  readonly local: LocalDatabase
  readonly folder: string
  /** Every call since the last `consumed.length = 0`. */
  readonly consumed: Consumed[]
}

/** To be called at the top of a test file; the fixture is filled before its tests run. */
export function useDatabase(): Fixture {
  const fixture = { consumed: [] as Consumed[] } as { -readonly [K in keyof Fixture]: Fixture[K] }
  beforeAll(async () => {
    fixture.folder = await mkdtemp(join(tmpdir(), 'vliegwiel-store-'))
    fixture.local = await openLocalDatabase(fixture.folder, table)
    fixture.store = openStore({
      table,
      endpoint: fixture.local.endpoint,
      onConsumed: (consumed) => fixture.consumed.push(consumed),
    })
  })
  afterAll(async () => {
    await fixture.local.close()
    await rm(fixture.folder, { recursive: true })
  })
  return fixture
}

/** Every item of the table, as it lies there. */
export async function scan({ local }: Fixture): Promise<Record<string, unknown>[]> {
  const { client } = openDatabase({ table, endpoint: local.endpoint })
  const items: Record<string, unknown>[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ...(start ? { ExclusiveStartKey: start } : {}) }))
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  client.destroy()
  return items
}
