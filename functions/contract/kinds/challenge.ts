import { textField } from './field.ts'
import type { Kind } from './kind.ts'

/** Right to Challenge (uitdaagrecht): residents offer to take over a task of government. */
export const challenge = {
  pin: 'shield',
  icon: 'hand-helping',
  fields: { task: textField('line', 200), approach: textField('text', 500) },
} as const satisfies Kind
