import { registerHooks } from 'node:module'

/** A program that prints the types of an interface, made by openapi-typescript from the OpenAPI document at an address. */
// It builds on the programming interface of TypeScript 5, which later versions no longer have; this package brings that, and no `tsc` beside ours.
const TYPESCRIPT_5 = '@ts-morph/common/dist/typescript.js'
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'typescript' ? TYPESCRIPT_5 : specifier, context),
})
const { default: openapiTS, astToString } = await import('openapi-typescript')
const [address = ''] = process.argv.slice(2)
process.stdout.write(astToString(await openapiTS(new URL(address))))
