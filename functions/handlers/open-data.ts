/** Lambda entry point: everything that only reads. */
import { createService } from '#api/endpoint.ts'
import { openData } from '#api/open-data.ts'
import { dependencies, type Environment } from './dependencies.ts'
import { geodata } from './geodata.ts'

export function createHandler(env: Environment) {
  const on = { ...dependencies(env), geo: geodata(env) }
  return createService<'openData'>(on, openData(on))
}

export const handler = createHandler(process.env)
