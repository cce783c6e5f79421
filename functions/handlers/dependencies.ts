/** What every handler is built on, read from the environment: the only place where the API meets process variables. */
import { randomBytes } from 'node:crypto'
import type { Dependencies } from '#api/service.ts'
import { openStore } from '#store/open.ts'
import { environment } from '../environment.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** All but the geodata, which only those who need it carry along (`geodata.ts`). */
export function dependencies(env: Environment): Omit<Dependencies, 'geo'> {
  const endpoint = env[environment.dynamodbEndpoint]
  const origin = env[environment.publicOrigin] ?? ''
  const originSecret = env[environment.originSecret]
  return {
    store: openStore({ table: env[environment.table] ?? 'vliegwiel', ...(endpoint ? { endpoint } : {}) }),
    now: () => new Date(),
    randomBytes: (size) => randomBytes(size),
    origin,
    ...(originSecret ? { originSecret } : {}),
    log: (entry) => console.error(JSON.stringify(entry)),
  }
}
