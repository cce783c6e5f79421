/** Entry point of the `cdk` command, named in cdk.json. */
import { readSettings } from './settings.ts'
import { addStacks, newApp } from './stacks.ts'

const app = newApp()
addStacks(
  app,
  readSettings((name) => app.node.tryGetContext(name), process.env),
)
app.synth()
