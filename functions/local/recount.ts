/**
 * A data folder that an older version filled may hold contributions that are not counted as this version counts: its map would be
 * empty or wrong. Seen at start-up by a marker in the table, and mended there, once.
 */
import { type DatabaseOptions, openDatabase } from '#store/client.ts'
import { listConsultations } from '#store/consultations.ts'
import { openMarkers } from '#store/markers.ts'
import { isRight, reconcile, repair } from '#store/reconcile.ts'

/** Raise the number with every change of what is counted, and of where (`tallies` in store/tally.ts): then every folder is counted again. */
export const countersMarker = 'counters 2'

/** @param log told what is being done, since it may take minutes, and what was done */
export async function recountOnce(place: DatabaseOptions, log: (entry: object) => void): Promise<void> {
  const markers = openMarkers(place)
  if (await markers.isDone(countersMarker)) return
  const database = openDatabase(place)
  for (const { id } of await listConsultations(database)) {
    const found = await reconcile(database, id, undefined, async ({ contributions }) => {
      if (contributions > 0) log({ message: 'filled by an older version: counting again', consultation: id, contributions })
    })
    if (isRight(found)) continue
    const counters = await repair(database, id, found)
    const { contributions, uncounted } = found
    log({ message: 'counted again', consultation: id, contributions, wereNotCounted: uncounted.length, counters })
  }
  await markers.markDone(countersMarker, new Date().toISOString())
}
