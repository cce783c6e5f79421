/** Lambda entry point: counts what changed, from the table's stream. */
import middy from '@middy/core'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { openCounting } from '#store/open-counting.ts'
import { environment } from '../environment.ts'
import type { Environment } from './dependencies.ts'

export function createHandler(env: Environment) {
  const endpoint = env[environment.dynamodbEndpoint]
  const deadLetterQueue = env[environment.deadLetters]
  const counting = openCounting({
    table: env[environment.table] ?? 'vliegwiel',
    ...(endpoint ? { endpoint } : {}),
    ...(deadLetterQueue ? { deadLetterQueue } : {}),
  })
  return middy((event: DynamoDBStreamEvent) => counting.count(event.Records))
}

export const handler = createHandler(process.env)
