/** Problem documents (RFC 9457) with every fault at once, after NLGov REST API Design Rules 2.1. */
import * as z from 'zod/mini'

export const Fault = z
  .strictObject({
    in: z.enum(['body', 'query', 'path', 'header']),
    /** JSON Pointer into the body (`#/title`), or the parameter's name. */
    location: z.string(),
    /** Stable code for programs, e.g. `tooShort`. */
    code: z.string(),
    /** Names the field, what is wrong and how to mend it, in Dutch. */
    detail: z.string(),
  })
  .register(z.globalRegistry, { id: 'Fault', description: 'One fault in a request.' })
export type Fault = z.infer<typeof Fault>

export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.optional(z.string()),
    errors: z.optional(z.array(Fault)),
  })
  .register(z.globalRegistry, { id: 'Problem', description: 'What went wrong, and what to do next (RFC 9457).' })
export type Problem = z.infer<typeof Problem>
