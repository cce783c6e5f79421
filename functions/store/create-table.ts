/** Creates the table from schema.ts where it is absent: for the local database and tests; in the cloud, cdk does. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { openClient } from './client.ts'
import { tableSchema } from './schema.ts'

/** Seconds to wait until the table is active. */
const maxWaitTime = 60

export async function createTableIfAbsent(endpoint: string, table: string): Promise<void> {
  const client = openClient({ endpoint })
  try {
    const present = await client.send(new DescribeTableCommand({ TableName: table })).catch((error: Error) => {
      if (error.name !== 'ResourceNotFoundException') throw error
    })
    if (!present) await client.send(new CreateTableCommand(tableInput(table)))
    await waitUntilTableExists({ client, maxWaitTime, minDelay: 1, maxDelay: 2 }, { TableName: table })
    if (present) return
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: table,
        TimeToLiveSpecification: { Enabled: true, AttributeName: tableSchema.timeToLive },
      }),
    )
  } finally {
    client.destroy()
  }
}

/** What CreateTable is asked. */
export function tableInput(table: string): CreateTableCommandInput {
  const { partitionKey, sortKey, stream, indexes } = tableSchema
  const keySchema = (key: { partitionKey: string; sortKey: string }): CreateTableCommandInput['KeySchema'] => [
    { AttributeName: key.partitionKey, KeyType: 'HASH' },
    { AttributeName: key.sortKey, KeyType: 'RANGE' },
  ]
  const keyNames = [partitionKey, sortKey, ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey])]
  return {
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keyNames.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema({ partitionKey, sortKey }),
    GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
      IndexName,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projection] },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
  }
}
