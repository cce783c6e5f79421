/** Worked examples for the OpenAPI document; a test parses each with its schema. */
import type { ContributionDraftInput } from './contribution.ts'

export const exampleDraft: ContributionDraftInput = {
  kind: 'idea',
  themes: ['mobility', 'health'],
  title: 'Een bankje langs het Kromme Rijnpad',
  description: 'Halverwege Odijk en Werkhoven kun je nergens rusten. Een bankje bij de brug helpt oudere wandelaars.',
  geometry: { type: 'Point', coordinates: [5.2416, 52.0384] },
}
