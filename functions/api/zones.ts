/** "Wat geldt hier?" */
import type { Implementation } from './endpoint.ts'
import type { Dependencies } from './service.ts'

export function zones({ geo }: Dependencies) {
  const get: Implementation<'getZones'> = async (request) => {
    const { at } = request.accept().query
    return { body: { json: { zones: await geo.zonesAt({ type: 'Point', coordinates: at }) } }, cache: 'public', etag: 'body' }
  }
  return { getZones: get }
}
