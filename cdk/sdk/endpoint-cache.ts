/**
 * Stands in for `@aws-sdk/endpoint-cache` in Lambda bundles: what the DynamoDB client remembers of endpoints that it discovered. It
 * discovers none unless AWS_ENABLE_ENDPOINT_DISCOVERY says so, which no function of ours sets; the cache that nobody fills brings a
 * library of data structures along: 8 kB.
 */

/** Same name and shape as the SDK's; remembers nothing. */
export class EndpointCache {
  getEndpoint(): undefined {
    return undefined
  }
  get(): undefined {
    return undefined
  }
  has(): boolean {
    return false
  }
  set(): void {}
  delete(): void {}
  clear(): void {}
}
