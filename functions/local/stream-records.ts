/** The embedded database's own table of stream records: kept quick and short. Safe beside it, since its file is in WAL mode. */
import { DatabaseSync } from 'node:sqlite'

/** Newest records that always stay. The very newest must: the database numbers on from it. */
const kept = 1000
/** Records deleted at once, so that the file is never locked for long. */
const atOnce = 1000

function withFile<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    return work(database)
  } finally {
    database.close()
  }
}

/**
 * Without this index every write looks for the newest stream record among all of them, and slows down tenfold as they pile up. The
 * expression is the one that the database asks by.
 */
export function indexStreamRecords(file: string): void {
  withFile(file, (database) =>
    database.exec('CREATE INDEX IF NOT EXISTS stream_head ON _stream_records(table_name, CAST(sequence_number AS INTEGER))'),
  )
}

/** Deletes one lot of records that have been handled (up to `handled`), never the newest. Returns how many. */
export function trimStreamRecords(file: string, table: string, handled: string): number {
  return withFile(file, (database) => {
    const head = database
      .prepare('SELECT MAX(CAST(sequence_number AS INTEGER)) AS newest FROM _stream_records WHERE table_name = ?')
      .get(table)
    const upTo = Math.min(Number(handled), Number(head?.newest ?? 0) - kept)
    const { changes } = database
      .prepare(
        `DELETE FROM _stream_records WHERE id IN (SELECT id FROM _stream_records
           WHERE table_name = ? AND CAST(sequence_number AS INTEGER) <= ?
           ORDER BY CAST(sequence_number AS INTEGER) LIMIT ?)`,
      )
      .run(table, upTo, atOnce)
    return Number(changes)
  })
}

/** For `onHandled` of the local stream: trims a lot of records whenever another lot has been handled. */
export function trimmer(file: string, table: string): (sequenceNumber: string) => void {
  let trimmedAt = 0
  return (sequenceNumber) => {
    const handled = Number(sequenceNumber)
    if (handled - trimmedAt < atOnce) return
    trimmedAt = handled
    while (trimStreamRecords(file, table, sequenceNumber) === atOnce);
  }
}
