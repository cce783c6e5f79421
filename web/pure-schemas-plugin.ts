/**
 * Marks the contract's schemas as pure, so that a page that only reads a list (kinds, themes, outcomes) leaves the validator out of
 * its bundle: registering a schema matters to the API's OpenAPI document, never to a page.
 */
import type { Plugin } from 'vite'

const schema = /^((?:export )?const \w+ =\s+)(?=z\b)/gm

export function pureSchemas(): Plugin {
  return {
    name: 'vliegwiel-pure-schemas',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/functions/contract/')) return null
      return { code: code.replace(schema, '$1/* @__PURE__ */ '), map: null }
    },
  }
}
