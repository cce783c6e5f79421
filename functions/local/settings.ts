/** What an operator of one machine may set, read from the environment. */
import { environment } from '../environment.ts'
import { OperatorError } from './operator-error.ts'
import type { SiteConfig } from './static.ts'

export interface ServerSettings {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Database file, built geodata, exports. */
  readonly dataDir: string
  /** Another database than the embedded one. */
  readonly dynamodbEndpoint?: string
  readonly table?: string
  /** Another built catalogue than the example's. */
  readonly geodataDir?: string
  /** Another built web app than web/dist. */
  readonly webDir?: string
  readonly publicOrigin?: string
  readonly seed: 'example' | 'none'
  /** Build what is missing first? */
  readonly prepare: boolean
  readonly site: SiteConfig
}

/** @throws {OperatorError} that names the variable, what was found and what is expected */
export function readSettings(env: Readonly<Record<string, string | undefined>>): ServerSettings {
  const port = Number(env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new OperatorError(`PORT is "${env.PORT}"; expected 0 to 65535`)
  const seed = env.SEED ?? 'example'
  if (seed !== 'example' && seed !== 'none') throw new OperatorError(`SEED is "${seed}"; expected example or none`)
  const dynamodbEndpoint = env[environment.dynamodbEndpoint]
  const geodataDir = env[environment.geodataDir]
  const table = env[environment.table]
  const publicOrigin = env[environment.publicOrigin]
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    dataDir: env.DATA_DIR ?? '.data',
    ...(dynamodbEndpoint ? { dynamodbEndpoint } : {}),
    ...(table ? { table } : {}),
    ...(geodataDir ? { geodataDir } : {}),
    ...(publicOrigin ? { publicOrigin } : {}),
    seed,
    prepare: true,
    site: {
      operator: env.OPERATOR_NAME ?? 'Vliegwiel',
      accessibility: env.ACCESSIBILITY_URL || null,
      privacy: env.PRIVACY_URL || null,
      contact: env.CONTACT_URL || null,
    },
  }
}
