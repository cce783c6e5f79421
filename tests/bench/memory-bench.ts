/**
 * What a handler holds in memory: the very bundle that is deployed, alone in a process that gives it as much as Lambda does, from
 * before its first request to after hundreds, one after the other as one instance gets them.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { bundle, bundleOptions } from '#cdk/bundling.ts'
import { columnAndRow, quadkeyOf } from '#domain/quadkey.ts'
import { localTable } from '#local/database.ts'
import { toEvent } from '#local/gateway.ts'
import { readSeed } from '#local/seed.ts'
import { filledWith, nameOf } from './filled.ts'
import { type Measurement, median } from './measure.ts'

const script = fileURLToPath(new URL('handler-alone.ts', import.meta.url))
/** Milliseconds after which a process that still works is given up. */
const patience = 600_000
/** V8's limits in MB, as Lambda's runtime sets them for a function of 512 MB: nine tenths for what lives long, a twentieth for what is new. */
const limits = ['--max-old-space-size=460', '--max-semi-space-size=25']

interface Round {
  /** MB after a collection. */
  readonly rss: number
  readonly heap: number
  readonly bytes: number
}
interface Alone {
  readonly before: Round
  readonly rounds: readonly Round[]
  readonly most: number
}

/** @param size contributions among which it works */
export async function benchMemory(size: number, folder: string): Promise<Measurement[]> {
  const local = await filledWith(folder, size)
  const place = await mkdtemp(join(tmpdir(), 'vliegwiel-handler-'))
  try {
    const { villages } = (await readSeed()).consultation
    const targets = villages.flatMap(({ position: [x, y] }) => {
      const collection = `/api/v1/collections/${nameOf(size)}`
      const cells = Array.from({ length: 17 }, (_, zoom) => ({ zoom, ...columnAndRow(quadkeyOf([x, y], zoom)) }))
      const box = [x - 0.005, y - 0.005, x + 0.005, y + 0.005].map((one) => one.toFixed(5))
      return [
        ...cells.map((cell) => `${collection}/tiles/WebMercatorQuad/${cell.zoom}/${cell.y}/${cell.x}`),
        `${collection}/items?limit=100&bbox=${box}`,
        `/api/v1/consultations/${nameOf(size)}`,
      ]
    })
    const download = [`/api/v1/consultations/${nameOf(size)}/download?f=geojson`]
    const runs = [
      { name: 'open-data', mode: 'httpApi', targets, rounds: 8 },
      { name: 'download', mode: 'functionUrl', targets: download, rounds: 2 },
    ] as const
    const measured: Measurement[] = []
    for (const run of runs) {
      const events = run.targets.map((target) => eventOf(target, run.mode))
      const alone = await runAlone(place, local.endpoint, run.name, events, run.rounds)
      measured.push(
        ...told(run.name === 'download' ? `download of ${size}` : `open data, ${events.length} requests a round`, alone),
      )
    }
    return measured
  } finally {
    await local.close()
    await rm(place, { recursive: true })
  }
}

function told(what: string, { before, rounds, most }: Alone): Measurement[] {
  const half = Math.ceil(rounds.length / 2)
  const grown = (of: (round: Round) => number) => median(rounds.slice(half).map(of)) / median(rounds.slice(0, half).map(of))
  return [
    { what: `${what}: bytes a round`, measured: (rounds[0]?.bytes ?? 0) / 1e6, unit: 'MB' },
    { what: `${what}: resident before the first`, measured: before.rss, unit: 'MB' },
    { what: `${what}: resident, most ever`, measured: most, unit: 'MB', budget: 200 },
    {
      what: `${what}: resident, later ${rounds.length - half} rounds against first ${half}`,
      measured: grown(({ rss }) => rss),
      unit: '×',
    },
    { what: `${what}: heap after collecting, likewise`, measured: grown(({ heap }) => heap), unit: '×' },
  ]
}

function eventOf(target: string, mode: 'httpApi' | 'functionUrl') {
  const rawHeaders = ['host', '127.0.0.1']
  return toEvent({ method: 'GET', target, rawHeaders, body: new Uint8Array(), sourceIp: '127.0.0.1', time: new Date() }, mode)
}

async function runAlone(
  place: string,
  endpoint: string,
  name: 'open-data' | 'download',
  events: readonly object[],
  rounds: number,
): Promise<Alone> {
  const [code, asked, runner] = [`${name}.mjs`, `${name}.json`, 'handler-alone.mjs'].map((file) => join(place, file)) as [
    string,
    string,
    string,
  ]
  await writeFile(code, bundle(name))
  await writeFile(asked, JSON.stringify(events))
  buildSync({ ...bundleOptions, entryPoints: [script], outfile: runner })
  const mode = name === 'download' ? 'stream' : 'buffer'
  const child = spawn(process.execPath, [...limits, '--expose-gc', runner, code, asked, String(rounds), mode], {
    env: { PATH: process.env.PATH, DYNAMODB_ENDPOINT: endpoint, TABLE_NAME: localTable, PUBLIC_ORIGIN: 'http://127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: patience,
  })
  const ended = once(child, 'exit')
  const lines: (Round & { most?: number })[] = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(JSON.parse(line))
  const [status] = await ended
  const [before, ...rest] = lines
  const most = rest.pop()?.most
  if (status !== 0 || !before || most === undefined) throw new Error(`${name} ended with ${status}`)
  return { before, rounds: rest, most }
}
