/** What a contribution kind is made of. A kind is one file in this folder, one line in the registry and its words in both text files. */

/** Lucide icons that a kind may have: the web app carries each of them, so that a new kind needs no line there. */
const kindIcons = [
  'lightbulb',
  'triangle-alert',
  'sprout',
  'hand-helping',
  'star',
  'flag',
  'megaphone',
  'message-circle',
  'leaf',
  'users',
] as const
export type KindIcon = (typeof kindIcons)[number]

export interface Kind {
  /** Outline of the pin on the map; told apart without colour. */
  readonly pin: 'round' | 'triangle' | 'square' | 'shield'
  /** Used where the kind is chosen or named. */
  readonly icon: KindIcon
  /** Extra fields of this kind on the wire; form, export columns and OpenAPI follow from them. Every one is optional text or a choice. */
  readonly fields: Readonly<Record<string, KindField>>
}

/** The schema of the answer follows from this (contribution.ts); the interface reads it without the validator. */
export interface KindField {
  /** How the form asks for it. */
  readonly input: 'line' | 'text'
  /** Longest answer, in characters. */
  readonly maxLength: number
}
