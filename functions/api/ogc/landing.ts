/** OGC API: landing page, conformance and the OpenAPI document. */
import { conformsTo } from '#contract/ogc.ts'
import { buildOpenApi } from '#contract/openapi.ts'
import type { Implementation } from '../endpoint.ts'
import { apiVersion } from '../headers.ts'
import type { Dependencies } from '../service.ts'

const openApiType = 'application/vnd.oai.openapi+json;version=3.0'

export function landing({ origin }: Dependencies) {
  const root = `${origin}/api/v1`
  let document: object | undefined

  const getLanding: Implementation<'getLanding'> = async (request) => {
    request.accept()
    const links = [
      { href: root, rel: 'self', type: 'application/json', title: 'Deze pagina' },
      { href: `${root}/openapi.json`, rel: 'service-desc', type: openApiType, title: 'Beschrijving van de API' },
      { href: `${root}/conformance`, rel: 'conformance', type: 'application/json', title: 'Standaarden waaraan de API voldoet' },
      { href: `${root}/collections`, rel: 'data', type: 'application/json', title: 'Collecties' },
      { href: `${root}/consultations`, rel: 'related', type: 'application/json', title: 'Participatietrajecten' },
      { href: `${origin}/`, rel: 'alternate', type: 'text/html', title: 'De kaart' },
    ]
    const json = { title: 'Vliegwiel', description: 'Bijdragen van bewoners aan de omgevingsvisie, als open data.', links }
    return { body: { json }, cache: 'public', etag: 'body' }
  }

  const getConformance: Implementation<'getConformance'> = async (request) => {
    request.accept()
    return { body: { json: { conformsTo } }, cache: 'public', etag: 'body' }
  }

  const getOpenApi: Implementation<'getOpenApi'> = async (request) => {
    request.accept()
    document ??= buildOpenApi({ origin, version: apiVersion })
    return { body: { json: document }, cache: 'public', etag: 'body' }
  }

  return { getLanding, getConformance, getOpenApi }
}
