/**
 * Who has a data folder's database open: an SQLite file lock that the operating system drops when its holder dies, however it
 * dies, and beside it a file that tells others where the database answers.
 */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The holder's word to others. */
export interface Announcement {
  readonly endpoint: string
  /** Process that keeps the database alive. */
  readonly keeper: number
}

export interface Lock {
  readonly announce: (announcement: Announcement) => Promise<void>
  readonly release: () => void
}

/** Undefined when another holds it. */
export function takeLock(dataDir: string): Lock | undefined {
  const lock = new DatabaseSync(join(dataDir, 'database.lock'))
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked/.test(error.message)) return undefined
    throw error
  }
  const path = join(dataDir, 'database.json')
  return {
    announce: async (announcement) => {
      await writeFile(`${path}.new`, JSON.stringify(announcement))
      await rename(`${path}.new`, path)
    },
    release: () => lock.close(),
  }
}

export async function readAnnouncement(dataDir: string): Promise<Announcement | undefined> {
  try {
    return JSON.parse(await readFile(join(dataDir, 'database.json'), 'utf8')) as Announcement
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
