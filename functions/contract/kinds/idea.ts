import type { Kind } from './kind.ts'

/** Something that could be better or new, without a promise to do it oneself. */
export const idea = { pin: 'round', icon: 'lightbulb', fields: {} } as const satisfies Kind
