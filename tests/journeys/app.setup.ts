/** One running app for all journeys. */
import type { TestProject } from 'vitest/node'
import { startApp } from './app.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const app = await startApp()
  project.provide('origin', app.origin)
  return app.close
}
