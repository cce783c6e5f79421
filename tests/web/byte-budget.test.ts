/** What a first visit sends over the line, measured on the built files (`npm run build`; `npm test` builds before it tests). */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { benchWeb } from '../bench/web-bench.ts'

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url))

describe.skipIf(!existsSync(dist))('the first visit', () => {
  it('stays within its byte budgets', () => {
    const measured = benchWeb(dist)
    expect(measured.map(({ budget }) => budget)).toEqual([60, undefined, 530, 440])
    const over = measured.filter(({ measured: size, budget }) => budget !== undefined && size > budget)
    expect(over).toEqual([])
  })
})
