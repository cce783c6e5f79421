/** From the text of an address or header to the value a schema describes: numbers, and lists and boxes separated by commas. */
import type * as z from 'zod/mini'
import { check, type FaultSeed } from '#contract/faults.ts'
import type { Parameters } from '#contract/operation.ts'

type Checked<P extends Parameters> = { value: z.output<P> } | { faults: FaultSeed[] }

/** Query of an address. Unknown and repeated names are faults; an empty value counts as absent. */
export function decodeQuery<P extends Parameters>(schema: P, query: string): Checked<P> {
  const faults: FaultSeed[] = []
  const values: Record<string, unknown> = Object.create(null)
  for (const [name, text] of new URLSearchParams(query)) {
    if (text === '' && Object.hasOwn(schema.shape, name)) continue
    if (name in values) faults.push({ in: 'query', path: [name], code: 'repeated' })
    values[name] = decode(Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined, text)
  }
  return merged(check(schema, { ...values }, 'query'), faults)
}

/** Path parameters; the caller answers 404 for faults, since such a thing does not exist. */
export function decodeParams<P extends Parameters>(schema: P, params: Readonly<Record<string, string>>): Checked<P> {
  const values = Object.fromEntries(Object.entries(params).map(([name, text]) => [name, decode(schema.shape[name], text)]))
  return check(schema, values, 'path')
}

/** Only the headers that the schema names. */
export function decodeHeaders<P extends Parameters>(schema: P, header: (name: string) => string | undefined): Checked<P> {
  const values = Object.keys(schema.shape).flatMap((name) => {
    const text = header(name)
    return text === undefined ? [] : [[name, decode(schema.shape[name], text)] as const]
  })
  return check(schema, Object.fromEntries(values), 'header')
}

function merged<P extends Parameters>(checked: Checked<P>, more: readonly FaultSeed[]): Checked<P> {
  const faults = [...more, ...('faults' in checked ? checked.faults : [])]
  return faults.length > 0 ? { faults } : checked
}

/** What zod/mini tells about a schema, as far as decoding needs it. */
interface Definition {
  readonly type: string
  readonly innerType?: { readonly _zod: { readonly def: Definition } }
  readonly element?: { readonly _zod: { readonly def: Definition } }
  readonly items?: readonly { readonly _zod: { readonly def: Definition } }[]
}

function decode(schema: z.ZodMiniType | undefined, text: string): unknown {
  return schema ? decodeAs(schema._zod.def as Definition, text) : text
}

function decodeAs(definition: Definition, text: string): unknown {
  switch (definition.type) {
    case 'optional':
    case 'default':
      return definition.innerType ? decodeAs(definition.innerType._zod.def, text) : text
    case 'array':
      return text.split(',').map((part) => (definition.element ? decodeAs(definition.element._zod.def, part) : part))
    case 'tuple':
      return text.split(',').map((part, index) => decodeAs(definition.items?.[index]?._zod.def ?? { type: 'string' }, part))
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    default:
      return text
  }
}
