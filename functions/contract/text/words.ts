/** What each language file must say about the contract's vocabulary: the compiler refuses a missing word. */
import type { KindId, kinds } from '../kinds/registry.ts'
import type { ThemeId } from '../themes.ts'
import type { CategoryId, OutcomeId, PrecisionId, RoleId, StateId } from '../vocabulary.ts'

/** Words of one kind: its name, the sentence by which somebody chooses it, and a label and hint for each of its extra fields. */
interface KindWords<K extends KindId> {
  readonly label: string
  readonly plural: string
  readonly choice: string
  readonly fields: { readonly [F in keyof (typeof kinds)[K]['fields']]: { readonly label: string; readonly hint: string } }
}

export interface Words {
  readonly kinds: { readonly [K in KindId]: KindWords<K> }
  readonly themes: Readonly<Record<ThemeId, string>>
  readonly roles: Readonly<Record<RoleId, string>>
  readonly states: Readonly<Record<StateId, string>>
  readonly outcomes: Readonly<Record<OutcomeId, string>>
  readonly precisions: Readonly<Record<PrecisionId, string>>
  readonly categories: Readonly<Record<CategoryId, string>>
  /** Names of the base fields of a draft, as faults name them. */
  readonly fields: Readonly<
    Record<'kind' | 'themes' | 'title' | 'description' | 'geometry' | 'village' | 'role' | 'authorName' | 'precision', string>
  >
}
