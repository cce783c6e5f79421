import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handlersFolder } from './bundling.ts'

/** Where the parts that are deployed lie on this machine. */
export interface Folders {
  readonly handlers: string
  readonly web: string
}

const root = fileURLToPath(new URL('..', import.meta.url))

export const productFolders: Folders = {
  handlers: handlersFolder,
  web: join(root, 'web/dist'),
}
