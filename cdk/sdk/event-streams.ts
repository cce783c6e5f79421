/**
 * Stands in for `@smithy/core/event-streams` in Lambda bundles. No operation of DynamoDB or SQS streams events, and the SDK's dynamic
 * import of that module keeps esbuild from leaving out what is unused around it: over 50 kB.
 */

export class EventStreamSerde {
  constructor() {
    throw new Error('this bundle carries no event streams: see cdk/bundling.ts')
  }
}

export const eventStreamSerdeProvider = undefined
