/** Is PDOK's national map within reach? The schematic one stands until a tile of it has really arrived. */
import { nationalTiles } from './background.ts'

/** A tile over the middle of the Netherlands, at zoom 8. */
const probe = nationalTiles.replace('{z}', '8').replace('{x}', '131').replace('{y}', '84')
/** Longest wait for it, in milliseconds: later than this the schematic map stays for the visit. */
const patience = 5000

/** True when a tile arrives as a picture in time; false when it fails, is refused or takes too long. */
export async function nationalMapAnswers(ask: typeof fetch = fetch): Promise<boolean> {
  try {
    const response = await ask(probe, {
      signal: AbortSignal.timeout(patience),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('image/')
  } catch {
    // Offline, blocked or slow all mean the same to the map: stay with what is here.
    return false
  }
}
