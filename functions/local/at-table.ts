/** Which table an operator's command works on. */
import type { DatabaseOptions } from '#store/client.ts'
import { localTable, openDatabase } from './database.ts'
import type { ServerSettings } from './settings.ts'

/** A table named without an endpoint is one in AWS; else it is the one under DATA_DIR, opened for as long as `run` takes. */
export async function atTable<T>(
  table: string | undefined,
  { dataDir, dynamodbEndpoint }: Pick<ServerSettings, 'dataDir' | 'dynamodbEndpoint'>,
  run: (place: DatabaseOptions) => Promise<T>,
): Promise<T> {
  if (table !== undefined && dynamodbEndpoint === undefined) return run({ table })
  const name = table ?? localTable
  const database = await openDatabase(dataDir, name, dynamodbEndpoint)
  try {
    return await run({ table: name, endpoint: database.endpoint })
  } finally {
    await database.close()
  }
}
