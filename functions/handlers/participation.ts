/** Lambda entry point: everything that writes. */
import { createService } from '#api/endpoint.ts'
import { participation } from '#api/participation.ts'
import { dependencies, type Environment } from './dependencies.ts'
import { geodata } from './geodata.ts'

export function createHandler(env: Environment) {
  const on = { ...dependencies(env), geo: geodata(env) }
  return createService<'participation'>(on, participation(on))
}

export const handler = createHandler(process.env)
