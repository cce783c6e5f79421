/** The download handler on a store that a test makes up, behind the real gateway. */
import '#local/awslambda.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { executionModeStreamifyResponse } from '@middy/core/StreamifyResponse'
import { download } from '#api/download.ts'
import { createService } from '#api/endpoint.ts'
import type { Dependencies } from '#api/service.ts'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { serve } from '#local/gateway.ts'

export interface Stub {
  readonly origin: string
  close(): Promise<void>
}

export async function startStub(
  consultation: ConsultationRecord,
  everything: () => AsyncIterable<ContributionRecord>,
): Promise<Stub> {
  const store = { getConsultation: async () => consultation, everything } as unknown as Dependencies['store']
  const dependencies: Omit<Dependencies, 'geo'> = {
    store,
    now: () => new Date(),
    randomBytes: (size) => new Uint8Array(size),
    origin: '',
    log: () => undefined,
  }
  const handler = createService<'download'>(dependencies, download(dependencies), {
    executionMode: executionModeStreamifyResponse,
  })
  const server = createServer((request, response) => serve({ mode: 'functionUrl', handler }, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
