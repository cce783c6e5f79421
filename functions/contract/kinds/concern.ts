import type { Kind } from './kind.ts'

/** Something that worries somebody, at this place. */
export const concern = { pin: 'triangle', icon: 'triangle-alert', fields: {} } as const satisfies Kind
