/** What every part of a text on screen must know: which document it is of, and which words are looked for. */
import { createContext, useContext } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'

/** Begin and end of a piece of text, in characters. */
export type Span = readonly [number, number]

export interface Reading {
  readonly document: () => Document
  /** Elements carry their id, so that links can lead to them: once per page. */
  readonly anchors: boolean
  /** Where the words looked for stand in a text; undefined while nobody looks for anything. */
  readonly marked?: () => ((text: string) => readonly Span[]) | undefined
}

export const ReadingContext = createContext<Reading>()

/** @throws when used outside a text */
export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading is used outside a text')
  return reading
}
