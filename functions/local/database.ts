/**
 * The embedded database of a data folder. The first process to open it starts it and keeps it; others that open the same folder
 * (`npm run moderate` beside a running server) attach to the one that runs.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createTableIfAbsent } from '#store/create-table.ts'
import { isAlive, type Lock, readAnnouncement, takeLock } from './database-lock.ts'
import { answers, type Dynoxide, startDynoxide } from './dynoxide.ts'
import { indexStreamRecords } from './stream-records.ts'

/** Name of the table where none is given. */
export const localTable = 'vliegwiel'
/** Milliseconds to wait for another process that is starting or stopping this database. */
const patience = 15_000
const pollInterval = 50

export interface LocalDatabase {
  readonly endpoint: string
  /** The SQLite file; absent where another process keeps the database. */
  readonly file?: string
  /** Resolves when the database ends, whoever ended it; never, where another process keeps it. */
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the folder's database, or the one at `elsewhere`, with the table present and active. */
export async function openDatabase(dataDir: string, table: string = localTable, elsewhere?: string): Promise<LocalDatabase> {
  if (elsewhere !== undefined) return attach(elsewhere, table)
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true })
  for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(pollInterval)) {
    const lock = takeLock(folder)
    const answering = await endpointThatAnswers(folder)
    if (lock) {
      // A killed keeper's database may take a moment to close its file.
      if (answering === undefined) return keep(lock, folder, table)
      lock.release()
    } else if (answering !== undefined) return attach(answering, table)
  }
  throw new Error(`another process uses the database in ${folder} but does not answer, or does not end`)
}

async function endpointThatAnswers(folder: string): Promise<string | undefined> {
  const announced = await readAnnouncement(folder)
  return announced && isAlive(announced.keeper) && (await answers(announced.endpoint)) ? announced.endpoint : undefined
}

async function attach(endpoint: string, table: string): Promise<LocalDatabase> {
  await createTableIfAbsent(endpoint, table)
  return { endpoint, ended: new Promise(() => undefined), close: async () => undefined }
}

async function keep(lock: Lock, folder: string, table: string): Promise<LocalDatabase> {
  const file = join(folder, 'database.sqlite')
  let dynoxide: Dynoxide | undefined
  try {
    dynoxide = await startDynoxide(file)
    const { endpoint, keeper, ended, stop } = dynoxide
    await createTableIfAbsent(endpoint, table)
    indexStreamRecords(file)
    await lock.announce({ endpoint, keeper })
    const close = async (): Promise<void> => {
      await stop()
      lock.release()
    }
    return { endpoint, file, ended, close }
  } catch (error) {
    await dynoxide?.stop()
    lock.release()
    throw error
  }
}
