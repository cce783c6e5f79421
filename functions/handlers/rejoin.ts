/** Lambda entry point: joins contributions anew after a new catalogue, as much as fits in a call. */
import middy from '@middy/core'
import { type RejoinRequest, rejoin } from '#api/rejoin.ts'
import { queueDeadLetters } from '#store/dead-letter-queue.ts'
import { openRejoining } from '#store/rejoin.ts'
import { environment } from '../environment.ts'
import type { Environment } from './dependencies.ts'
import { geodata } from './geodata.ts'

export function createHandler(env: Environment) {
  const endpoint = env[environment.dynamodbEndpoint]
  const deadLetterQueue = env[environment.deadLetters]
  const contributions = openRejoining({
    table: env[environment.table] ?? 'vliegwiel',
    ...(endpoint ? { endpoint } : {}),
    ...(deadLetterQueue ? { deadLetters: queueDeadLetters(deadLetterQueue) } : {}),
  })
  const join = rejoin({
    contributions,
    geo: geodata(env),
    clock: () => performance.now(),
    log: (entry) => console.error(JSON.stringify(entry)),
  })
  return middy((request: RejoinRequest) => join(request))
}

export const handler = createHandler(process.env)
