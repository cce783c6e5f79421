import type { KindField } from './kind.ts'

/** An optional free-text answer of at most `maxLength` characters, asked for on one line or in a text box. */
export function textField(input: 'line' | 'text', maxLength: number) {
  return { input, maxLength } as const satisfies KindField
}
