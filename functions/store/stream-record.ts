/** Stream records as Lambda hands them over, read as far as counting needs. */
import { type ContributionRecord, writesOf } from '#domain/contribution-record.ts'
import { decodeGeometry } from '#domain/encoded-geometry.ts'
import { placeKeys } from './table.ts'
import { type Countable, countableOf } from './tally.ts'

interface AttributeValue {
  readonly S?: string | undefined
  readonly N?: string | undefined
  readonly NULL?: boolean | undefined
  readonly L?: readonly AttributeValue[] | undefined
  readonly M?: Image | undefined
}
interface Image {
  readonly [name: string]: AttributeValue
}

/** The part of Lambda's `DynamoDBRecord` that is read. */
export interface StreamRecord {
  readonly dynamodb?:
    | {
        readonly Keys?: Image | undefined
        readonly NewImage?: Image | undefined
        readonly OldImage?: Image | undefined
        readonly SequenceNumber?: string | undefined
      }
    | undefined
}

/** A contribution as it is since one change of its body. */
export interface Change {
  readonly id: string
  /** `writesOf` the contribution. */
  readonly version: number
  /** Null: it counts nowhere. */
  readonly countable: Countable | null
}

/** What no contribution can look like; the message is ours and holds nothing that a person wrote. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord'
}

/** Throws on an image that no contribution can have. */
export function changeOf(record: StreamRecord): Change {
  const { NewImage, OldImage } = record.dynamodb ?? {}
  const image = NewImage ?? OldImage
  if (!image) throw new UnreadableRecord('stream record without an image')
  const version = writesOf({ version: Number(required(image, 'version').N), joins: Number(image.joins?.N ?? 0) })
  if (!Number.isInteger(version)) throw new UnreadableRecord('version is not a whole number')
  return {
    id: placeKeys.idOf(text(image, 'pk')),
    // A body that was deleted is newer than its last image.
    version: NewImage ? version : version + 1,
    countable: NewImage ? countableIn(NewImage) : null,
  }
}

function countableIn(image: Image): Countable | null {
  return countableOf({
    consultation: text(image, 'consultation'),
    kind: text(image, 'kind') as ContributionRecord['kind'],
    themes: (required(image, 'themes').L ?? []).map(({ S }) => S as ContributionRecord['themes'][number]),
    role: text(image, 'role') as ContributionRecord['role'],
    village: image.village?.S ?? null,
    zones: (image.zones?.L ?? []).map(({ M = {} }) => ({
      layer: text(M, 'layer'),
      id: text(M, 'id'),
      title: '',
      version: '',
    })),
    geometry: image.position ? decodeGeometry(text(image, 'position')) : null,
    state: text(image, 'state') as ContributionRecord['state'],
  })
}

function required(image: Image, name: string): AttributeValue {
  const value = image[name]
  if (!value) throw new UnreadableRecord(`${name} is missing`)
  return value
}

function text(image: Image, name: string): string {
  const { S } = required(image, name)
  if (S === undefined) throw new UnreadableRecord(`${name} is not a text`)
  return S
}
