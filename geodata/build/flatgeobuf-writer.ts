/**
 * Writes FlatGeobuf with its packed Hilbert R-tree, which flatgeobuf's own writer leaves out. Header and features are encoded by flatgeobuf's modules.
 * Layout: magic bytes, header, tree (root first), features in Hilbert order. https://flatgeobuf.org
 */
import { Builder } from 'flatbuffers'
import type { ColumnMeta } from 'flatgeobuf/lib/mjs/column-meta.js'
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js'
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js'
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js'
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js'
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js'
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js'
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js'
import type { BBox } from '#contract/geometry.ts'
import { boxOfShape, shapeOf } from '#geo/shape.ts'
import { type ColumnKind, type ColumnValue, featureBytes } from './feature-bytes.ts'
import { Output } from './output.ts'
import { around, hilbertOrder, nodeSize, packTree } from './packed-tree.ts'
import { Spool, type Stored } from './spool.ts'

const columnTypes = { string: ColumnType.String, number: ColumnType.Double, boolean: ColumnType.Bool } as const satisfies Record<
  ColumnKind,
  ColumnType
>

/** Features are spooled as they come; memory holds 40 bytes and a reference for each. */
export class FlatGeobufWriter {
  readonly #path: string
  readonly #title: string
  readonly #columns: ReadonlyMap<string, ColumnKind>
  readonly #spool: Spool
  readonly #boxes: BBox[] = []
  readonly #stored: Stored[] = []
  readonly #types = new Set<GeometryType>()

  /** @param path temporary name; the file gets its own in `publish`. @param columns in their order */
  constructor(path: string, title: string, columns: ReadonlyMap<string, ColumnKind>) {
    this.#path = path
    this.#title = title
    this.#columns = columns
    this.#spool = new Spool(`${path}.spool`)
  }

  async add(
    geometry: Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>,
    values: Readonly<Record<string, ColumnValue>>,
  ): Promise<void> {
    await this.addEncoded(featureBytes(geometry, this.#columns, values), boxOfShape(shapeOf(geometry)), geometry.type)
  }

  /** @param feature bytes, with this file's columns */
  async addEncoded(feature: Uint8Array, box: BBox, type: GeoJSON.GeoJsonGeometryTypes): Promise<void> {
    this.#boxes.push(box)
    this.#types.add(GeometryType[type])
    this.#stored.push(await this.#spool.append(feature))
  }

  /** Orders and packs what was added. @returns the file's name in `folder` and its size in bytes */
  async publish(folder: string, prefix: string): Promise<{ name: string; bytes: number }> {
    const output = await Output.create(this.#path)
    try {
      const order = hilbertOrder(this.#boxes)
      await output.write(magicbytes)
      await output.write(this.#header())
      await output.write(
        packTree(order.map((index) => ({ box: this.#boxes[index] ?? [0, 0, 0, 0], bytes: this.#stored[index]?.length ?? 0 }))),
      )
      for (const index of order) await output.write(await this.#spool.read(this.#stored[index] ?? { offset: 0, length: 0 }))
      return { name: await output.publish(folder, prefix, 'fgb'), bytes: output.size }
    } catch (error) {
      await output.discard()
      throw error
    } finally {
      await this.#spool.discard()
    }
  }

  /** Throws away what was added. */
  discard(): Promise<void> {
    return this.#spool.discard()
  }

  #meta(): HeaderMeta {
    const columns = [...this.#columns].map(([name, kind]) => ({ name, type: columnTypes[kind] }) as ColumnMeta)
    return {
      geometryType: GeometryType.Unknown,
      columns,
      envelope: null,
      featuresCount: this.#stored.length,
      indexNodeSize: this.#stored.length > 0 ? nodeSize : 0,
      crs: null,
      title: null,
      description: null,
      metadata: null,
    }
  }

  #header(): Uint8Array {
    const meta = this.#meta()
    const builder = new Builder()
    const columns = (meta.columns ?? []).map((column) => {
      const name = builder.createString(column.name)
      Column.startColumn(builder)
      Column.addName(builder, name)
      Column.addType(builder, column.type)
      return Column.endColumn(builder)
    })
    const columnsVector = Header.createColumnsVector(builder, columns)
    const title = builder.createString(this.#title)
    const authority = builder.createString('EPSG')
    Crs.startCrs(builder)
    Crs.addOrg(builder, authority)
    Crs.addCode(builder, 4326)
    const crs = Crs.endCrs(builder)
    const envelope = this.#boxes.length > 0 ? Header.createEnvelopeVector(builder, this.#boxes.reduce(around)) : undefined
    const [type] = this.#types
    Header.startHeader(builder)
    Header.addName(builder, title)
    if (envelope !== undefined) Header.addEnvelope(builder, envelope)
    // Mixed kinds are written as Unknown: then each feature names its own.
    Header.addGeometryType(builder, this.#types.size === 1 && type !== undefined ? type : GeometryType.Unknown)
    Header.addColumns(builder, columnsVector)
    Header.addFeaturesCount(builder, BigInt(meta.featuresCount))
    Header.addIndexNodeSize(builder, meta.indexNodeSize)
    Header.addCrs(builder, crs)
    builder.finishSizePrefixed(Header.endHeader(builder))
    return builder.asUint8Array()
  }
}
