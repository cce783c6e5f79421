/** Names of the environment variables that the Lambda functions and the local server read: one list for handlers/, local/ and cdk/. */
export const environment = {
  /** DynamoDB table. */
  table: 'TABLE_NAME',
  /** Another DynamoDB endpoint than the region's own (local runs). */
  dynamodbEndpoint: 'DYNAMODB_ENDPOINT',
  /** URL of the queue for stream records that cannot be counted (cloud; locally they lie in the table). */
  deadLetters: 'DEAD_LETTER_QUEUE_URL',
  /** Folder that holds the built catalogue (local). */
  geodataDir: 'GEODATA_DIR',
  /** Value that CloudFront sends in `x-origin-secret`; requests without it are refused (cloud). */
  originSecret: 'ORIGIN_SECRET',
  /** Public origin, e.g. https://vliegwiel.example: absolute links in API answers. */
  publicOrigin: 'PUBLIC_ORIGIN',
} as const
