/** One writer at a time in a folder. */
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const lockFile = 'catalogue.lock'
/** Milliseconds between attempts, and until giving up: the lock is held for a moment only. */
const pause = 50
const patience = 60_000

/** Runs `work` while no other process does so in this folder. A lock whose process is gone is taken over. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, lockFile)
  for (let waited = 0; !(await take(path)); waited += pause) {
    if (waited > patience)
      throw new Error(`${path} is held by process ${await holder(path)}; remove it when that process is not an import`)
    if (await isAbandoned(path)) await clear(path)
    else await sleep(pause)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(`${process.pid}`)
    await handle.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes an abandoned lock; should another process have taken it over meanwhile, that one's is put back. */
async function clear(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
    if (!(await isAbandoned(aside))) await link(aside, path)
  } catch (error) {
    // Gone already, or taken again: the next attempt finds out.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST'))) throw error
  } finally {
    await rm(aside, { force: true })
  }
}

async function holder(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return Number.parseInt(text, 10)
}

async function isAbandoned(path: string): Promise<boolean> {
  const pid = await holder(path)
  // Not written yet, or just released: look again.
  if (!Number.isInteger(pid)) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
