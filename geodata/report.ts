/** What an import has to say when it is done: what was skipped and why, and what was assumed. */

export interface Report {
  /** Something was left out; the rest goes on. */
  skip(subject: string, reason: string): void
  /** Nothing was left out, but somebody should know: a ring that crosses itself, an object that never reaches the map. */
  remark(subject: string, what: string): void
  /** Something was not given and has been filled in. */
  assume(what: string): void
  /** So many objects of a kind were read, and so many of them lead to a zone on the map. */
  count(kind: string, read: number, linked: number): void
  readonly skipped: readonly { readonly subject: string; readonly reason: string }[]
  readonly remarked: readonly { readonly subject: string; readonly what: string }[]
  readonly assumed: readonly string[]
  readonly counted: readonly { readonly kind: string; readonly read: number; readonly linked: number }[]
}

export function newReport(): Report {
  const skipped: { subject: string; reason: string }[] = []
  const remarked: { subject: string; what: string }[] = []
  const assumed: string[] = []
  const counted: { kind: string; read: number; linked: number }[] = []
  return {
    skipped,
    remarked,
    assumed,
    counted,
    skip: (subject, reason) => void skipped.push({ subject, reason }),
    remark: (subject, what) => void remarked.push({ subject, what }),
    assume: (what) => void (assumed.includes(what) || assumed.push(what)),
    count: (kind, read, linked) => void counted.push({ kind, read, linked }),
  }
}
