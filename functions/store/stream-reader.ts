/** Reads the table's own stream, shard by shard, and hands its records over as Lambda would. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import {
  type AttributeValue,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as SdkRecord,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams'
import { connectionTo, openClient } from './client.ts'

/** A record in the shape of Lambda's events: moments in seconds, binary values in base64, the stream's ARN on each. */
export type LambdaRecord = ReturnType<typeof lambdaRecord>

interface StreamShard {
  readonly id: string
  /** Shard that must be read to its end first. */
  readonly parent?: string
}
export interface StreamReader {
  readonly arn: string
  shards(): Promise<StreamShard[]>
  /** Where to go on: after a sequence number, or at the oldest record that is left. */
  iterator(shard: string, after?: string): Promise<string>
  /** `next` is absent at the end of a shard that is closed. Throws an `ExpiredIteratorException` after fifteen minutes. */
  read(iterator: string, limit: number): Promise<{ records: LambdaRecord[]; next?: string }>
  close(): void
}

/** Throws when the table has no stream. */
export async function openStreamReader(options: { table: string; endpoint?: string }): Promise<StreamReader> {
  const arn = await streamArn(options)
  const client = new DynamoDBStreamsClient(connectionTo(options.endpoint))
  return {
    arn,
    async shards() {
      const shards: Shard[] = []
      let start: string | undefined
      do {
        const { StreamDescription } = await client.send(
          new DescribeStreamCommand({ StreamArn: arn, ...(start ? { ExclusiveStartShardId: start } : {}) }),
        )
        shards.push(...(StreamDescription?.Shards ?? []))
        start = StreamDescription?.LastEvaluatedShardId
      } while (start)
      return shards.map(({ ShardId = '', ParentShardId }) => ({
        id: ShardId,
        ...(ParentShardId ? { parent: ParentShardId } : {}),
      }))
    },
    async iterator(shard, after) {
      const oldest = { StreamArn: arn, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' } as const
      const position = { ...oldest, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const
      const { ShardIterator = '' } = await client.send(new GetShardIteratorCommand(after === undefined ? oldest : position))
      return ShardIterator
    },
    async read(iterator, limit) {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }))
      const records = (answer.Records ?? []).map((record) => lambdaRecord(record, arn))
      return { records, ...(answer.NextShardIterator ? { next: answer.NextShardIterator } : {}) }
    },
    close: () => client.destroy(),
  }
}

async function streamArn({ table, endpoint }: { table: string; endpoint?: string }): Promise<string> {
  const client = openClient(endpoint === undefined ? {} : { endpoint })
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
  client.destroy()
  if (!Table?.LatestStreamArn) throw new Error(`table ${table} has no stream`)
  return Table.LatestStreamArn
}

/** The SDK gives dates and byte arrays where Lambda gives numbers and base64. */
function lambdaRecord({ dynamodb = {}, eventID, eventName, eventVersion, awsRegion }: SdkRecord, arn: string) {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime, SequenceNumber, SizeBytes, StreamViewType } = dynamodb
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion,
    eventSourceARN: arn,
    dynamodb: {
      ...(Keys ? { Keys: lambdaImage(Keys) } : {}),
      ...(NewImage ? { NewImage: lambdaImage(NewImage) } : {}),
      ...(OldImage ? { OldImage: lambdaImage(OldImage) } : {}),
      ApproximateCreationDateTime: Math.floor((ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      SequenceNumber: SequenceNumber ?? '',
      SizeBytes: SizeBytes ?? 0,
      StreamViewType: StreamViewType ?? '',
    },
  }
}

interface LambdaValue {
  S?: string
  N?: string
  BOOL?: boolean
  NULL?: boolean
  B?: string
  SS?: string[]
  NS?: string[]
  BS?: string[]
  L?: LambdaValue[]
  M?: Record<string, LambdaValue>
}

function lambdaImage(image: Readonly<Record<string, AttributeValue>>): Record<string, LambdaValue> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, lambdaValue(value)]))
}

function lambdaValue(value: AttributeValue): LambdaValue {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  if (value.B) return { B: base64(value.B) }
  if (value.BS) return { BS: value.BS.map(base64) }
  if (value.L) return { L: value.L.map(lambdaValue) }
  if (value.M) return { M: lambdaImage(value.M) }
  return value as LambdaValue
}
