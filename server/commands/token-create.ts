import { type Command, withParts } from './command.ts'

/** Prints the token alone on the last line, so that a script can take it from there. */
export const tokenCreate: Command = {
  name: 'token create',
  summary: 'Makes a token with which a program acts for the first member. It is shown this once.',
  operands: [],
  options: [{ name: 'name', value: 'name', required: true }],
  run: async ({ options }) => {
    const token = await withParts(({ people }) => people.createToken(options.name ?? ''))
    process.stdout.write(`${token}\n`)
  },
}
