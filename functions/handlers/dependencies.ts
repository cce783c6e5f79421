/** What every handler is built on, read from the environment: the only place where the API meets process variables. */
import { randomBytes } from 'node:crypto'
import type { Dependencies } from '#api/service.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { httpSources } from '#geo/http-source.ts'
import { openStore } from '#store/open.ts'
import { environment } from '../environment.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export function dependencies(env: Environment): Dependencies {
  const endpoint = env[environment.dynamodbEndpoint]
  const folder = env[environment.geodataDir]
  const origin = env[environment.publicOrigin] ?? ''
  const originSecret = env[environment.originSecret]
  return {
    store: openStore({ table: env[environment.table] ?? 'vliegwiel', ...(endpoint ? { endpoint } : {}) }),
    geo: openGeodata(folder ? fileSources(folder) : httpSources(`${origin}/geodata`)),
    now: () => new Date(),
    randomBytes: (size) => randomBytes(size),
    origin,
    ...(originSecret ? { originSecret } : {}),
    log: (entry) => console.error(JSON.stringify(entry)),
  }
}
