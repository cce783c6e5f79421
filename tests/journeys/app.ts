/** What `npm start` runs, on a fresh data folder with the seeded example. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface App {
  /** e.g. `http://127.0.0.1:41234` */
  readonly origin: string
  /** Ends it by SIGTERM; throws unless it then exits with 0. */
  close(): Promise<void>
}

export async function startApp(): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vliegwiel-journeys-'))
  const server = spawn(process.execPath, ['functions/local/server.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served: ${said}`)))
  })
  const close = async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(dataDir, { recursive: true })
    if (server.exitCode !== 0) throw new Error(`the server ended with ${server.exitCode} on SIGTERM`)
  }
  return { origin, close }
}
