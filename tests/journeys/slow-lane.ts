/** A road to the app on which some answers are slow, as on a phone in a field; it notes what was asked, and what was given up. */
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Trip {
  readonly path: string
  status?: number
  /** Milliseconds since the road was opened. */
  answeredAt?: number
  /** The browser hung up before the answer. */
  abandoned?: true
}

export interface SlowLane {
  readonly origin: string
  readonly trips: Trip[]
  close(): Promise<void>
}

/** @param delayOf milliseconds that an answer to a path waits */
export async function openSlowLane(to: string, delayOf: (path: string) => number): Promise<SlowLane> {
  const { hostname, port } = new URL(to)
  const trips: Trip[] = []
  const opened = performance.now()
  const server = createServer((asked, answer) => {
    const trip: Trip = { path: asked.url ?? '/' }
    trips.push(trip)
    const timer = setTimeout(() => {
      const onward = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (reply) => {
        trip.status = reply.statusCode ?? 0
        answer.writeHead(trip.status, reply.headers)
        reply.pipe(answer)
      })
      onward.on('error', () => answer.destroy())
      asked.pipe(onward)
    }, delayOf(trip.path))
    answer.on('close', () => {
      clearTimeout(timer)
      if (answer.writableFinished) trip.answeredAt = performance.now() - opened
      else trip.abandoned = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trips,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
