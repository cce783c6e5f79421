/** Entry point of the `cdk` command, named in cdk.json. */
import { App } from 'aws-cdk-lib'
import { readSettings } from './settings.ts'
import { addStacks } from './stacks.ts'

const app = new App()
addStacks(
  app,
  readSettings((name) => app.node.tryGetContext(name), process.env),
)
app.synth()
