/** What the command line says when an import is done, and what the catalogue holds. */
import type { Catalogue } from '#contract/catalogue.ts'
import type { Added } from './add.ts'

/** @param seconds that it took */
export function summary({ document, figures, report, importer }: Added, target: string, seconds: number): string {
  const { bytes } = figures
  const lines = [
    `${document.title} (${document.id}), ${importer}, in ${target}`,
    `  ${count(figures.layers, 'layer')}, ${count(figures.zones, 'zone')}, ${count(figures.vertices, 'vertex', 'vertices')}, ${count(figures.pieces, 'piece')}`,
    `  tiles ${size(bytes.tiles)} (${figures.tiles} tiles, zoom ${document.minZoom} to ${document.maxZoom}, largest ${size(figures.largestTile)}), ` +
      `zones ${size(bytes.zones)}, downloads ${size(bytes.downloads)}`,
    `  ${seconds.toFixed(1)} s, ${size(process.resourceUsage().maxRSS * 1024)} of memory at most`,
  ]
  if (report.counted.length > 0)
    lines.push(
      'Read, and of those on the map:',
      ...report.counted.map(({ kind, read, linked }) => `  ${kind}: ${read}, ${linked}`),
    )
  if (report.assumed.length > 0) lines.push('Assumed:', ...report.assumed.map((what) => `  ${what}`))
  if (report.remarked.length > 0)
    lines.push(`Noted (${report.remarked.length}):`, ...report.remarked.map(({ subject, what }) => `  ${subject}: ${what}`))
  if (report.skipped.length > 0)
    lines.push(`Left out (${report.skipped.length}):`, ...report.skipped.map(({ subject, reason }) => `  ${subject}: ${reason}`))
  return lines.join('\n')
}

/** What follows by itself from every change of a catalogue. */
export const rejoinNote =
  'Contributions get the zones in which they lie now: a running server sees to it within a minute, else the next start does. In the cloud: publish.'

export function catalogueList({ basemap, documents }: Catalogue, target: string): string {
  const lines = documents.flatMap((document) => [
    `${document.id}: ${document.title}, ${document.category}, ${document.authority}, ${document.version}${document.example ? ' (example)' : ''}`,
    ...document.layers.map((layer) => `  ${layer.id}: ${layer.title}, ${layer.theme}, ${count(layer.zones, 'zone')}`),
  ])
  return [target, ...(lines.length > 0 ? lines : ['no documents']), basemap ? `basemap: ${basemap.tiles}` : 'no basemap'].join(
    '\n',
  )
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
