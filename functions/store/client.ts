/** The one DynamoDB client. Credentials come from the environment by the SDK's own provider (in a Lambda bundle: by environment only). */
import { DynamoDBClient, type ReturnConsumedCapacity } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { isBusy, Throttled } from './errors.ts'

/** Capacity that one call took, as the database reports it. */
export interface Consumed {
  readonly operation: string
  readonly readUnits: number
  readonly writeUnits: number
}

export interface DatabaseOptions {
  readonly table: string
  /** Another endpoint than the region's own; on loopback no credentials are needed. */
  readonly endpoint?: string
  /** Called after every call with what it consumed; makes every call ask for it. */
  readonly onConsumed?: (consumed: Consumed) => void
}

/** The table and the client that reaches it: what every function of the store works on. */
export interface Database {
  readonly table: string
  readonly client: DynamoDBDocumentClient
}

const readOperations = /^(Get|Query|BatchGet|Scan|TransactGet)/

/** How a client reaches an endpoint: on loopback with credentials that nobody checks, elsewhere with those of the environment. */
export function connectionTo(endpoint: string | undefined): {
  endpoint?: string
  region?: string
  credentials?: { accessKeyId: string; secretAccessKey: string }
} {
  if (endpoint === undefined) return {}
  if (!/^https?:\/\/(127\.|localhost[:/]|localhost$|\[::1\])/.test(endpoint)) return { endpoint }
  return { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
}

export function openClient({ endpoint, onConsumed }: Omit<DatabaseOptions, 'table'>): DynamoDBClient {
  const client = new DynamoDBClient({ ...connectionTo(endpoint), maxAttempts: 5 })
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args)
      } catch (error) {
        // Every retry of the SDK's own has been made by now.
        throw isBusy(error) ? new Throttled(error) : error
      }
    },
    { step: 'initialize', name: 'nameThrottling', priority: 'high' },
  )
  if (onConsumed) countCapacity(client, onConsumed)
  return client
}

export function openDatabase(options: DatabaseOptions): Database {
  const client = DynamoDBDocumentClient.from(openClient(options), { marshallOptions: { removeUndefinedValues: true } })
  return { table: options.table, client }
}

interface Capacity {
  readonly CapacityUnits?: number
}
function countCapacity(client: DynamoDBClient, onConsumed: (consumed: Consumed) => void): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const returnConsumed: ReturnConsumedCapacity = 'TOTAL'
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: returnConsumed } })
      const reported = (result.output as { ConsumedCapacity?: Capacity | Capacity[] }).ConsumedCapacity ?? []
      const units = [reported].flat().reduce((sum, capacity) => sum + (capacity.CapacityUnits ?? 0), 0)
      const operation = String(context.commandName).replace(/Command$/, '')
      const reads = readOperations.test(operation)
      onConsumed({ operation, readUnits: reads ? units : 0, writeUnits: reads ? 0 : units })
      return result
    },
    { step: 'initialize', name: 'countCapacity' },
  )
}
