import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { buildOpenApi } from '#contract/openapi.ts'
import type { Operation } from '#contract/operation.ts'
import { operationIds, operations } from '#contract/operations.ts'
import { Problem } from '#contract/problem.ts'
import { problemTypes } from '#contract/problem-types.ts'

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly parameters: {
    name: string
    in: string
    description?: string
    required: boolean
    schema: object
    style?: string
    explode?: boolean
  }[]
  readonly requestBody?: { content: Record<string, { schema: object; example?: unknown }> }
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema: object; examples?: Record<string, { value: unknown }> }> }
  >
  readonly security?: object[]
}
interface Document {
  readonly openapi: string
  readonly info: Record<string, unknown>
  readonly servers: { url: string }[]
  readonly paths: Record<string, Record<string, Described>>
  readonly components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

const document = buildOpenApi({ origin: 'https://kaart.example', version: '1.0.0' }) as Document
/** A copy of its own, as it leaves the API. */
const plain = (whole: object): Record<string, unknown> => JSON.parse(JSON.stringify(whole))
/** What an operation became, found by its id. */
const described = Object.values(document.paths).flatMap((path) => Object.values(path).filter((part) => 'operationId' in part))

test('it is valid OpenAPI 3.0', async () => {
  const { valid, errors } = await new Validator().validate(plain(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(document.openapi).toBe('3.0.3')
})

test('without an origin it is valid as well', async () => {
  const { errors } = await new Validator().validate(plain(buildOpenApi({ origin: '', version: '1.0.0' })))
  expect(errors).toBeUndefined()
})

test('every reference leads somewhere, and every component is used', () => {
  const used = new Set(JSON.stringify(document).match(/#\/components\/schemas\/[\w-]+/g))
  const there = new Set(Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`))
  expect([...used].filter((reference) => !there.has(reference))).toEqual([])
  expect([...there].filter((reference) => !used.has(reference))).toEqual([])
  expect(JSON.stringify(document)).not.toContain('#/definitions/')
})

test('it says whose it is, under which licence, and how authors are known', () => {
  expect(document.info).toMatchObject({ contact: { url: 'https://kaart.example/' }, license: { name: 'EUPL-1.2' } })
  expect(document.components.securitySchemes.authorToken).toMatchObject({ type: 'http', scheme: 'bearer' })
  expect(document.servers).toEqual([{ url: 'https://kaart.example/api/v1' }])
})

test('it documents every operation and nothing else', () => {
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(operationIds.toSorted())
})

describe.each(operationIds)('%s', (id) => {
  const operation: Operation = operations[id]
  const own = described.find(({ operationId }) => operationId === id)
  if (!own) throw new Error(`${id} is not documented`)

  test('has every parameter, each with its meaning', () => {
    const wanted = [
      ...Object.keys(operation.params?.shape ?? {}).map((name) => `path ${name}`),
      ...Object.keys(operation.query?.shape ?? {}).map((name) => `query ${name}`),
      ...Object.keys(operation.headers?.shape ?? {}).map((name) => `header ${name}`),
    ]
    expect(own.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).toEqual(wanted)
    for (const parameter of own.parameters)
      expect([parameter.name, (parameter.description ?? '').length > 10]).toEqual([parameter.name, true])
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(operation.params?.shape ?? {}).toSorted()).toEqual(inPath.toSorted())
  })

  test('has every answer and every problem, with a body that the contract knows', () => {
    const problems = [...operation.problems, 'internal-error', 'busy'] as (keyof typeof problemTypes)[]
    const statuses = [...Object.keys(operation.answers), ...problems.map((problem) => String(problemTypes[problem].status))]
    expect(Object.keys(own.responses).toSorted()).toEqual([...new Set(statuses)].toSorted())
    for (const problem of problems) {
      const { content } = own.responses[problemTypes[problem].status] ?? {}
      expect(Problem.safeParse(content?.['application/problem+json']?.examples?.[problem]?.value).error).toBeUndefined()
    }
  })

  test('has a body with an example that may be sent', () => {
    if (!operation.body) return expect(own.requestBody).toBeUndefined()
    const { schema, example } = own.requestBody?.content['application/json'] ?? {}
    expect(schema).toHaveProperty('$ref')
    expect(operation.body.safeParse(example).error).toBeUndefined()
  })

  test('asks for the author token where it is needed', () => {
    const asked = { required: [{ authorToken: [] }], optional: [{ authorToken: [] }, {}] }
    expect(own.security).toEqual(operation.authorToken && asked[operation.authorToken])
  })
})

test('lists and boxes are one value with commas, as OGC writes them', () => {
  const { parameters } = described.find(({ operationId }) => operationId === 'listItems') ?? { parameters: [] }
  const bbox = parameters.find(({ name }) => name === 'bbox')
  expect(bbox).toMatchObject({
    style: 'form',
    explode: false,
    required: false,
    schema: { type: 'array', minItems: 4, maxItems: 6 },
  })
  expect(parameters.find(({ name }) => name === 'limit')).toMatchObject({
    schema: { type: 'integer', minimum: 1, maximum: 10000, default: 100 },
  })
  expect(parameters.find(({ name }) => name === 'kind')).toMatchObject({
    schema: { items: { $ref: '#/components/schemas/KindId' } },
  })
})

test('what a draft may hold is closed, and what has a default need not be sent', () => {
  const draft = document.components.schemas.ContributionDraft as { required: string[]; additionalProperties: boolean }
  expect(draft.additionalProperties).toBe(false)
  expect(draft.required).toEqual(['kind', 'themes', 'title', 'description', 'geometry'])
})
