/** The OpenAPI 3.0 document, built from the operations table: nothing in it is written twice. */
import * as z from 'zod/mini'
import type { Answer, Operation, Parameters } from './operation.ts'
import { operationIds, operations } from './operations.ts'
import { parameterTexts } from './parameters.ts'
import { Problem } from './problem.ts'
import { type ProblemId, problemTypes, problemUri } from './problem-types.ts'

type Json = Readonly<Record<string, unknown>>

export interface OpenApiOptions {
  /** Public origin without a slash at its end; empty means the host that serves the document. */
  readonly origin: string
  readonly version: string
}

const prefix = '/api/v1'
const componentUri = (id: string) => `#/components/schemas/${id}`

export function buildOpenApi({ origin, version }: OpenApiOptions): object {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Vliegwiel',
      description:
        'Bijdragen van bewoners, organisaties en bedrijven aan de omgevingsvisie van kleine kernen, op de kaart. Lezen kan zonder sleutel; wie een bijdrage plaatst, krijgt een code om haar te wijzigen.',
      version,
      // The site's own pages say who runs it and how to reach them.
      contact: { name: 'Vliegwiel', url: `${origin}/` },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: `${origin}${prefix}` }],
    tags: [{ name: 'Open data' }, { name: 'Meedoen' }, { name: 'Beheer' }],
    paths: paths(origin),
    components: {
      schemas: schemas(),
      securitySchemes: {
        authorToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'De code (authorToken) die je kreeg toen je de bijdrage plaatste.',
        },
      },
    },
  }
}

/** Paths relative to the server's, as OGC's and NLGov's rules want them; what lies outside the API names its own server. */
function paths(origin: string): Record<string, Json> {
  const found: Record<string, Record<string, unknown>> = {}
  for (const id of operationIds) {
    const operation: Operation = operations[id]
    const inside = operation.path.startsWith(prefix)
    const path = inside ? operation.path.slice(prefix.length) || '/' : operation.path
    found[path] ??= inside ? {} : { servers: [{ url: origin || '/' }] }
    found[path][operation.method.toLowerCase()] = describe(id, operation)
  }
  return found
}

function describe(id: string, operation: Operation): Json {
  return {
    operationId: id,
    summary: operation.summary,
    tags: [operation.tag],
    ...(operation.authorToken && { security: [{ authorToken: [] }, ...(operation.authorToken === 'optional' ? [{}] : [])] }),
    parameters: [
      ...describeParameters('path', operation.params),
      ...describeParameters('query', operation.query),
      ...describeParameters('header', operation.headers),
    ],
    ...(operation.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaOf(operation.body),
            ...(operation.bodyExample !== undefined && { example: operation.bodyExample }),
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(operation.answers).map(([status, answer]) => [status, describeAnswer(answer)])),
      ...describeProblems([...operation.problems, 'internal-error', 'busy']),
    },
  }
}

function describeParameters(place: 'path' | 'query' | 'header', parameters: Parameters | undefined): Json[] {
  return Object.entries(parameters?.shape ?? {}).map(([name, schema]) => {
    const json = schemaOf(schema)
    return {
      name,
      in: place,
      description: parameterTexts[name],
      required: place === 'path' || !isOptional(schema),
      // Lists and boxes stand in one value, separated by commas.
      ...(json.type === 'array' && place === 'query' && { style: 'form', explode: false }),
      schema: json,
    }
  })
}

function describeAnswer(answer: Answer): Json {
  const headers = { 'API-Version': 'Versie van de API.', ...answer.headers }
  return {
    description: answer.description,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
    ),
    ...(answer.media && {
      content: {
        [answer.media]: {
          schema: answer.schema ? schemaOf(answer.schema) : { type: 'string', format: 'binary' },
          ...(answer.example !== undefined && { example: answer.example }),
        },
      },
    }),
  }
}

/** Problems of one status share a response; each is an example of its own. */
function describeProblems(ids: readonly ProblemId[]): Record<string, Json> {
  const byStatus = Map.groupBy(ids, (id) => problemTypes[id].status)
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: same.map((id) => problemTypes[id].title).join('; '),
        content: {
          'application/problem+json': {
            schema: schemaOf(Problem),
            examples: Object.fromEntries(same.map((id) => [id, { value: { type: problemUri(id), ...problemTypes[id] } }])),
          },
        },
      },
    ]),
  )
}

/** Every schema with an id becomes a component. Inputs are described, since what has a default need not be sent. */
function schemas(): Record<string, Json> {
  const all = z.toJSONSchema(z.globalRegistry, { target: 'openapi-3.0', io: 'input', uri: componentUri }).schemas
  return Object.fromEntries(Object.entries(all).map(([id, schema]) => [id, cleaned(schema)]))
}

function schemaOf(schema: z.ZodMiniType): Json & { type?: unknown } {
  const id = z.globalRegistry.get(schema)?.id
  if (id !== undefined) return { $ref: componentUri(id) }
  const inline = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' })
  return JSON.parse(JSON.stringify(cleaned(inline)).replaceAll('"#/definitions/', `"${componentUri('')}`))
}

function cleaned(schema: object): Json {
  const { $id: _id, $schema: _schema, id: _own, definitions: _definitions, ...rest } = schema as Record<string, unknown>
  return rest
}

function isOptional(schema: z.ZodMiniType): boolean {
  return schema.safeParse(undefined).success
}
