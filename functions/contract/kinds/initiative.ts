import { textField } from './field.ts'
import type { Kind } from './kind.ts'

/** Something that people start themselves, and for which they look for partners. */
export const initiative = {
  pin: 'square',
  icon: 'sprout',
  fields: { who: textField('line', 200), needs: textField('text', 500) },
} as const satisfies Kind
