/** One run for import-bench.ts, in a process of its own: `parse` or `import` a delivery, and say on stdout what it took. */
import { SaxesParser } from 'saxes'
import { addDocument } from '#geodata/add.ts'
import { openPackage } from '#geodata/package/package.ts'
import { silent } from '#geodata/progress.ts'

const [what, delivery = '', folder = ''] = process.argv.slice(2)

/** Every XML file of it, with namespaces, as the importer reads them; nothing is done with what is read. */
async function parse(): Promise<{ tiles: number; largestTile: number }> {
  const source = await openPackage(delivery)
  try {
    for (const name of source.names.filter((member) => /\.(xml|gml)$/i.test(member))) {
      const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
      for (const event of ['opentag', 'text', 'closetag'] as const) parser.on(event, () => undefined)
      const decoder = new TextDecoder()
      for await (const chunk of await source.read(name)) parser.write(decoder.decode(chunk, { stream: true }))
      parser.close()
    }
  } finally {
    await source.close()
  }
  return { tiles: 0, largestTile: 0 }
}

async function add(): Promise<{ tiles: number; largestTile: number }> {
  const { figures } = await addDocument({ input: delivery, target: folder, id: 'bench', today: '2026-01-01' }, silent)
  return { tiles: figures.bytes.tiles, largestTile: figures.largestTile }
}

const started = performance.now()
const before = process.cpuUsage()
const found = await (what === 'parse' ? parse() : add())
const { user, system } = process.cpuUsage(before)
const run = {
  milliseconds: performance.now() - started,
  cpu: (user + system) / 1000,
  memory: process.resourceUsage().maxRSS * 1024,
  ...found,
}
process.stdout.write(JSON.stringify(run))
