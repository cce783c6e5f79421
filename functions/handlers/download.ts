/** Lambda entry point: what may grow larger than an HTTP API's 6 MB, streamed through a function URL. */
import { executionModeStreamifyResponse } from '@middy/core/StreamifyResponse'
import { download } from '#api/download.ts'
import { createService } from '#api/endpoint.ts'
import { dependencies, type Environment } from './dependencies.ts'

export function createHandler(env: Environment) {
  const on = dependencies(env)
  return createService<'download'>(on, download(on), { executionMode: executionModeStreamifyResponse })
}

export const handler = createHandler(process.env)
