/** The built geodata: a folder on one machine, the delivery address in the cloud. */
import { fileSources } from '#geo/file-source.ts'
import { type Geodata, openGeodata } from '#geo/geodata.ts'
import { httpSources } from '#geo/http-source.ts'
import { environment } from '../environment.ts'
import type { Environment } from './dependencies.ts'

export function geodata(env: Environment): Geodata {
  const folder = env[environment.geodataDir]
  return openGeodata(folder ? fileSources(folder) : httpSources(`${env[environment.publicOrigin] ?? ''}/geodata`))
}
