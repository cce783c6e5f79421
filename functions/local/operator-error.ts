/** Something that the operator can mend: said in a sentence, without a stack. */
export class OperatorError extends Error {}

/** What to print of an error: the sentence, or all there is of a fault of ours. */
export function said(error: unknown): unknown {
  return error instanceof OperatorError ? error.message : error
}
