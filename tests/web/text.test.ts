import { describe, expect, test } from 'vitest'
import { en as vocabularyEn } from '#contract/text/en.ts'
import { nl as vocabularyNl } from '#contract/text/nl.ts'
import { consultationText } from '#web/text/consultation.ts'
import { contribute } from '#web/text/contribute.ts'
import { explore } from '#web/text/explore.ts'
import { footPages } from '#web/text/foot-pages.ts'
import { plan } from '#web/text/plan.ts'
import { shell } from '#web/text/shell.ts'

const sections = {
  shell,
  explore,
  plan,
  consultation: consultationText,
  footPages,
  contribute,
  vocabulary: { nl: vocabularyNl, en: vocabularyEn },
}

/** Words that are rightly absent: a published contribution and an exact place need no remark. */
const rightlyEmpty = new Set(['explore.precise.exact', 'explore.state.published'])

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
}

describe.each(Object.entries(sections))('%s', (name, section) => {
  test('says the same things in both languages', () => {
    const shape = (value: unknown) => leaves(value, name).map(([path, leaf]) => `${path}: ${typeof leaf}`)
    expect(shape(section.en)).toEqual(shape(section.nl))
  })

  test.each(['nl', 'en'] as const)('leaves nothing empty in %s', (language) => {
    const empty = leaves(section[language], name).filter(([path, leaf]) => leaf === '' && !rightlyEmpty.has(path))
    expect(empty).toEqual([])
  })
})

test('a sentence with a count says it in the singular and the plural', () => {
  expect(explore.nl.inView('1', true)).toBe('1 bijdrage in beeld')
  expect(explore.nl.inView('23', false)).toBe('23 bijdragen in beeld')
  expect(explore.en.count('1', true)).toBe('1 contribution')
})
