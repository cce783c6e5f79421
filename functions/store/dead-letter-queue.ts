/** Dead letters in an SQS queue. A file of its own, so that only the stream handler's bundle carries the client. */
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { DeadLetters } from './dead-letters.ts'

export function queueDeadLetters(queueUrl: string): DeadLetters {
  const client = new SQSClient({})
  return {
    async put(letter) {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(letter) }))
    },
  }
}
