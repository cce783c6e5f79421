/** What an import has to say when it is done: what was skipped and why, and what was assumed. */

export interface Report {
  /** Something was left out; the rest goes on. */
  skip(subject: string, reason: string): void
  /** Something was not given and has been filled in. */
  assume(what: string): void
  readonly skipped: readonly { readonly subject: string; readonly reason: string }[]
  readonly assumed: readonly string[]
}

export function newReport(): Report {
  const skipped: { subject: string; reason: string }[] = []
  const assumed: string[] = []
  return {
    skipped,
    assumed,
    skip: (subject, reason) => void skipped.push({ subject, reason }),
    assume: (what) => void (assumed.includes(what) || assumed.push(what)),
  }
}
