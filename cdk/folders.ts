import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from '#functions/environment.ts'
import { handlersFolder } from './bundling.ts'

/** Where the parts that are deployed lie on this machine. */
export interface Folders {
  readonly handlers: string
  readonly web: string
  readonly geodata: string
}

const root = fileURLToPath(new URL('..', import.meta.url))

export const productFolders: Folders = {
  handlers: handlersFolder,
  web: join(root, 'web/dist'),
  // Where `npm run geodata` builds.
  geodata: resolve(root, process.env[environment.geodataDir] ?? join(process.env.DATA_DIR ?? '.data', 'geodata')),
}
