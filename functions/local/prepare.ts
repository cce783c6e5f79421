/** Builds what a fresh clone lacks: the web app and the example's geodata. Says so on stderr, since building takes a while. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from '../environment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where vite puts the web app. */
export const webFolder: string = join(root, 'web/dist')

/** Builds the web app when it is absent or older than its sources. */
export async function prepareWeb(): Promise<void> {
  const built = await changedAt(join(webFolder, 'index.html'))
  const sources = ['web', 'functions/contract', 'functions/domain', 'package-lock.json']
  if (built !== undefined && built >= (await newest(sources))) return
  console.error('Building the web app …')
  // Built aside and moved into place, so that two that start at once, or one that fails, leave no half an app.
  const fresh = join(root, '.cache', `web-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const config = join(root, 'web/vite.config.ts')
  try {
    await run(vite, ['build', '--config', config, '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir'])
    await rm(webFolder, { recursive: true, force: true })
    await rename(fresh, webFolder)
  } catch (error) {
    // Another that was started at the same moment has just put the same app there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Builds the example's geodata into `folder` where it is absent or its sources have changed; the builder itself knows. */
export async function prepareGeodata(folder: string): Promise<void> {
  await run(join(root, 'geodata/cli.ts'), ['build-example'], { [environment.geodataDir]: folder })
}

async function run(script: string, options: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  // Its output is progress: stdout is kept for the one line that says where the map is.
  const stdio = ['ignore', process.stderr, process.stderr] as const
  const child = spawn(process.execPath, [script, ...options], { cwd: root, stdio: [...stdio], env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${script} ${options.join(' ')} ended with ${code}`)
}

/** Milliseconds since 1970 at which the newest of these files, or of the files in these folders, was changed. */
async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const full = join(root, path)
      if (!(await stat(full)).isDirectory()) return (await changedAt(full)) ?? 0
      const names = (await readdir(full))
        .filter((name) => name !== 'dist' && name !== 'node_modules')
        .map((name) => join(path, name))
      return newest(names)
    }),
  )
  return Math.max(0, ...times)
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
