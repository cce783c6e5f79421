/** Writes one source layer of a vector tile. https://github.com/mapbox/vector-tile-spec/tree/master/2.1 */
import type { VtType } from './tile-shape.ts'

type Value = string | number | boolean | null
type Properties = Readonly<Record<string, Value>>

const utf8 = new TextEncoder()

/** Protocol-buffer bytes, growing. */
class Bytes {
  #bytes = new Uint8Array(16)
  size = 0

  /** Makes room for so many bytes at once. */
  reserve(more: number): void {
    this.#room(more)
  }

  varint(number: number): void {
    let left = number
    this.#room(10)
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

  taken(): Uint8Array {
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
    // Most steps take two bytes or three, and each varint makes sure of ten.
    this.#bytes.reserve(3 * count + 16)
    this.#bytes.varint(9)
    this.#to(whole[0] ?? 0, whole[1] ?? 0)
    this.#bytes.varint(2 + (count - 1) * 8)
    for (let at = 2; at < 2 * count; at += 2) this.#to(whole[at] ?? 0, whole[at + 1] ?? 0)
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
    const feature = this.#feature.cleared()
    feature.bytes(2, tags.view())
    feature.number(3, type)
    feature.bytes(4, commands.view())
    this.#features.bytes(2, feature.view())
  }

  /** As a tile of its own: tiles are joined by putting one behind another. */
  encode(name: string, extent: number): Uint8Array {
    const layer = new Bytes()
    layer.bytes(1, utf8.encode(name))
    layer.append(this.#features.view())
    for (const key of this.#keys.keys()) layer.bytes(3, utf8.encode(key))
    for (const value of this.#values.keys()) layer.bytes(4, encoded(value))
    layer.number(5, extent)
    layer.number(15, 2)
    const tile = new Bytes()
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
