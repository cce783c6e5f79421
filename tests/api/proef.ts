/** An app with one consultation, `proef`, that holds a contribution of every shape. */
import { type App, consultation, startApp } from './app.ts'

export async function startProef(): Promise<App> {
  const app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  await app.submit({ title: 'De oudste bijdrage', kind: 'concern', themes: ['housing'] })
  await app.submit({
    title: 'Een fietspad',
    geometry: {
      type: 'LineString',
      coordinates: [
        [5.2, 52.0],
        [5.26, 52.05],
      ],
    },
  })
  await app.submit({ title: 'Een boomgaard', themes: ['food'], geometry: square(5.3, 52.0, 0.01) })
  await app.submit({ title: 'Heel het dorp groen', geometry: null, village: 'werkhoven', themes: ['general'] })
  await app.submit({ title: 'De nieuwste bijdrage', kind: 'initiative', who: 'Zes buren' })
  return app
}

function square(west: number, south: number, side: number) {
  const [east, north] = [west + side, south + side]
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ] as [number, number][],
    ],
  }
}
