/**
 * The embedded database of a data folder. The first process to open it starts it and keeps it; others that open the same folder
 * (`npm run moderate` beside a running server) attach to the one that runs.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { createTableIfAbsent } from '#store/create-table.ts'
import { isAlive, readAnnouncement, takeLock } from './database-lock.ts'
import { answers, startDynoxide } from './dynoxide.ts'

/** Name of the table where none is given. */
export const localTable = 'vliegwiel'
/** Milliseconds to wait for another process that is starting or stopping this database. */
const patience = 15_000
const pollInterval = 50

export interface LocalDatabase {
  readonly endpoint: string
  /** The SQLite file, and whether this process keeps it (else another does). */
  readonly file: string
  readonly kept: boolean
  /** Resolves when the database ends, whoever ended it; never, where another process keeps it. */
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the folder's database, with the table present and active. */
export async function openDatabase(dataDir: string, table: string = localTable): Promise<LocalDatabase> {
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'database.sqlite')
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const lock = takeLock(folder)
    const announced = await readAnnouncement(folder)
    if (lock) {
      try {
        // A killed keeper's database may take a moment to close its file.
        while (announced && isAlive(announced.keeper) && (await answers(announced.endpoint))) await wait(pollInterval)
        const dynoxide = await startDynoxide(file)
        await createTableIfAbsent(dynoxide.endpoint, table)
        indexStreamRecords(file)
        await lock.announce({ endpoint: dynoxide.endpoint, keeper: dynoxide.keeper })
        const close = async (): Promise<void> => {
          await dynoxide.stop()
          lock.release()
        }
        return { endpoint: dynoxide.endpoint, file, kept: true, ended: dynoxide.ended, close }
      } catch (error) {
        lock.release()
        throw error
      }
    }
    if (announced && isAlive(announced.keeper) && (await answers(announced.endpoint))) {
      await createTableIfAbsent(announced.endpoint, table)
      return {
        endpoint: announced.endpoint,
        file,
        kept: false,
        ended: new Promise(() => undefined),
        close: async () => undefined,
      }
    }
    await wait(pollInterval)
  }
  throw new Error(`another process has locked ${folder} but its database does not answer`)
}

/**
 * Without this index every write looks for the newest stream record among all of them, and slows down tenfold as they pile up.
 * The expression is the one that the database asks by; safe beside it, since the file is in WAL mode.
 */
function indexStreamRecords(file: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec(`PRAGMA busy_timeout = 5000;
      CREATE INDEX IF NOT EXISTS stream_head ON _stream_records(table_name, CAST(sequence_number AS INTEGER))`)
  } finally {
    database.close()
  }
}
