/** What a function may do with the table: named actions on named indexes, nothing by wildcard. */
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { tableSchema } from '#store/schema.ts'

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const
const writeActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'] as const

export interface Data {
  readonly table: ITable
  /** Present with the hardening switch. */
  readonly key?: IKey
}

/** Reading by key and by query; no scan. */
export function grantRead(role: IRole, { table, key }: Data): void {
  const indexes = Object.keys(tableSchema.indexes).map((name) => `${table.tableArn}/index/${name}`)
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [...readActions], resources: [table.tableArn, ...indexes] }))
  key?.grantDecrypt(role)
}

/** Reading, and writing items (also in transactions); never the table itself. */
export function grantReadWrite(role: IRole, data: Data): void {
  grantRead(role, data)
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [...writeActions], resources: [data.table.tableArn] }))
  data.key?.grant(role, 'kms:Encrypt', 'kms:GenerateDataKey')
}

/** Joining anew: looks at the whole table, which nothing else may, and changes items in place; it puts none and deletes none. */
export function grantRejoin(role: IRole, { table, key }: Data): void {
  const actions = ['dynamodb:Scan', 'dynamodb:GetItem', 'dynamodb:UpdateItem']
  role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [table.tableArn] }))
  key?.grant(role, 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey')
}
