/** Writes one source layer of a vector tile. https://github.com/mapbox/vector-tile-spec/tree/master/2.1 */
import type { VtType } from './tile-shape.ts'

type Value = string | number | boolean | null
type Properties = Readonly<Record<string, Value>>

const utf8 = new TextEncoder()

/** Protocol-buffer bytes, growing. */
class Bytes {
  #bytes: Uint8Array<ArrayBuffer>
  size = 0

  constructor(room = 16) {
    this.#bytes = new Uint8Array(room)
  }

  /** Steps from position to position, each as the zigzag varints of its two numbers. */
  steps(whole: Int32Array, from: number, to: number, startX: number, startY: number): void {
    // Two numbers of 32 bits take five bytes each at most.
    this.#room(5 * (to - from))
    const bytes = this.#bytes
    let size = this.size
    let x = startX
    let y = startY
    for (let at = from; at < to; at += 2) {
      const nextX = whole[at] ?? 0
      const nextY = whole[at + 1] ?? 0
      // Zigzag: the sign in the lowest bit.
      let number = (((nextX - x) << 1) ^ ((nextX - x) >> 31)) >>> 0
      for (; number > 127; number >>>= 7) bytes[size++] = (number & 127) | 128
      bytes[size++] = number
      number = (((nextY - y) << 1) ^ ((nextY - y) >> 31)) >>> 0
      for (; number > 127; number >>>= 7) bytes[size++] = (number & 127) | 128
      bytes[size++] = number
      x = nextX
      y = nextY
    }
    this.size = size
  }

  varint(number: number): void {
    let left = number
    if (this.size + 10 > this.#bytes.length) this.#room(10)
    while (left > 127) {
      this.#bytes[this.size++] = (left % 128) + 128
      left = Math.floor(left / 128)
    }
    this.#bytes[this.size++] = left
  }

  /** Field `number` with bytes. */
  bytes(field: number, bytes: Uint8Array): void {
    this.varint(field * 8 + 2)
    this.varint(bytes.length)
    this.append(bytes)
  }

  append(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.size)
    this.size += bytes.length
  }

  number(field: number, value: number): void {
    this.varint(field * 8)
    this.varint(value)
  }

  double(field: number, value: number): void {
    this.varint(field * 8 + 1)
    this.#room(8)
    new DataView(this.#bytes.buffer).setFloat64(this.size, value, true)
    this.size += 8
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.size)
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.size)
  }

  cleared(): this {
    this.size = 0
    return this
  }

  #room(more: number): void {
    if (this.size + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.size + more))
    larger.set(this.view())
    this.#bytes = larger
  }
}

/** Geometry commands of one feature in one tile. */
export class Commands {
  readonly #bytes = new Bytes()
  #x = 0
  #y = 0

  /** Points: they follow one command that says how many there are. */
  #points = 0

  get empty(): boolean {
    return this.#bytes.size === 0
  }

  /** One more point of the feature. */
  point([x = 0, y = 0]: Int32Array): void {
    this.#points++
    this.#to(x, y)
  }

  /** @param count positions of `whole` to draw; of a ring without the last, which is the first again */
  path(whole: Int32Array, count: number, closed: boolean): void {
    this.#bytes.varint(9)
    this.#to(whole[0] ?? 0, whole[1] ?? 0)
    this.#bytes.varint(2 + (count - 1) * 8)
    this.#bytes.steps(whole, 2, 2 * count, this.#x, this.#y)
    this.#x = whole[2 * count - 2] ?? 0
    this.#y = whole[2 * count - 1] ?? 0
    if (closed) this.#bytes.varint(15)
  }

  /** Valid until more is drawn. */
  view(): Uint8Array {
    if (this.#points === 0) return this.#bytes.view()
    const all = new Bytes()
    all.varint(1 + this.#points * 8)
    all.append(this.#bytes.view())
    return all.view()
  }

  #to(x: number, y: number): void {
    const [dx, dy] = [x - this.#x, y - this.#y]
    this.#bytes.varint(dx < 0 ? -2 * dx - 1 : 2 * dx)
    this.#bytes.varint(dy < 0 ? -2 * dy - 1 : 2 * dy)
    this.#x = x
    this.#y = y
  }
}

/** The layer's features in one tile. */
export class LayerTile {
  readonly #keys = new Map<string, number>()
  readonly #values = new Map<Value, number>()
  readonly #features = new Bytes()
  readonly #tags = new Bytes()
  readonly #feature = new Bytes()

  add(type: VtType, properties: Properties, commands: Commands): void {
    const tags = this.#tags.cleared()
    for (const [key, value] of Object.entries(properties)) {
      if (value === null) continue
      tags.varint(numbered(this.#keys, key))
      tags.varint(numbered(this.#values, value))
    }
    const head = this.#feature.cleared()
    head.bytes(2, tags.view())
    head.number(3, type)
    const drawn = commands.view()
    head.varint(4 * 8 + 2)
    head.varint(drawn.length)
    // The feature's bytes are its head and what is drawn, which is not copied once more for that.
    this.#features.varint(2 * 8 + 2)
    this.#features.varint(head.size + drawn.length)
    this.#features.append(head.view())
    this.#features.append(drawn)
  }

  /** As a tile of its own: tiles are joined by putting one behind another. */
  encode(name: string, extent: number): Uint8Array<ArrayBuffer> {
    const layer = new Bytes(this.#features.size + 256)
    layer.bytes(1, utf8.encode(name))
    layer.append(this.#features.view())
    for (const key of this.#keys.keys()) layer.bytes(3, utf8.encode(key))
    for (const value of this.#values.keys()) layer.bytes(4, encoded(value))
    layer.number(5, extent)
    layer.number(15, 2)
    const tile = new Bytes(layer.size + 16)
    tile.bytes(3, layer.view())
    return tile.taken()
  }
}

function numbered<T>(known: Map<T, number>, item: T): number {
  const number = known.get(item) ?? known.size
  known.set(item, number)
  return number
}

function encoded(value: Value): Uint8Array {
  const bytes = new Bytes()
  if (typeof value === 'string') bytes.bytes(1, utf8.encode(value))
  else if (typeof value === 'number') bytes.double(3, value)
  else bytes.number(7, value ? 1 : 0)
  return bytes.taken()
}
