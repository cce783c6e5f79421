/** Importing a delivery against merely parsing its XML with the same parser (yauzl and saxes), in a process of its own each, so that neither warms up the other. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Measurement, median } from './measure.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('import-run.ts', import.meta.url))
const rounds = 3

interface Run {
  readonly milliseconds: number
  /** Of all threads. */
  readonly cpu: number
  /** Bytes. */
  readonly memory: number
  /** Bytes as sent. */
  readonly tiles: number
  readonly largestTile: number
}

/** @param delivery path of a STOP delivery */
export async function benchImport(delivery: string): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vliegwiel-import-'))
  try {
    const parsed: Run[] = []
    const imported: Run[] = []
    // By turns, so that whatever else the machine does meets both.
    for (let round = 0; round < rounds; round++) {
      parsed.push(await measured('parse', delivery, folder))
      imported.push(await measured('import', delivery, folder))
    }
    const ratio = (of: (one: Run) => number) => median(imported.map(of)) / median(parsed.map(of))
    const most = (of: (one: Run) => number) => Math.max(...imported.map(of))
    return [
      { what: 'import over parsing, time', measured: ratio(({ milliseconds }) => milliseconds), unit: '×', budget: 3 },
      {
        what: `import over parsing, processor time (${availableParallelism()} cores)`,
        measured: ratio(({ cpu }) => cpu),
        unit: '×',
      },
      { what: 'memory at most', measured: most(({ memory }) => memory) / 1e9, unit: 'GB', budget: 1.5 },
      { what: 'tiles', measured: most(({ tiles }) => tiles) / 1e6, unit: 'MB', budget: 25 },
      { what: 'largest tile', measured: most(({ largestTile }) => largestTile) / 1000, unit: 'kB', budget: 500 },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(what: 'parse' | 'import', delivery: string, folder: string): Promise<Run> {
  const { stdout } = await run(process.execPath, [script, what, delivery, folder], { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as Run
}
