/** What a contribution in the example's area is joined to: zones of six layers. */
export const sampleZones = Array.from({ length: 6 }, (_, number) => ({
  layer: `omgevingsvisie-voorbeeld.thema-${number}`,
  id: `gebied-${number}`,
  title: 'Zoekgebied voor kleine woningbouw',
  version: '2026-01-01',
}))
