import * as z from 'zod/mini'
import type { KindField } from './kind.ts'

/** An optional free-text answer of at most `maxLength` characters, asked for on one line or in a text box. */
export function textField(input: 'line' | 'text', maxLength: number) {
  return { schema: z.optional(z.string().check(z.maxLength(maxLength))), input, maxLength } as const satisfies KindField
}
