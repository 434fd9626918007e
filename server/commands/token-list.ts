import { type Command, withParts } from './command.ts'

/** One line a token, the newest first. The token itself is nowhere: only its hash is kept. */
export const tokenList: Command = {
  name: 'token list',
  summary: 'Shows the tokens: id, open or not, what for, made and ending on which day, and the name.',
  operands: [],
  options: [],
  run: async () => {
    const tokens = await withParts(({ people }) => people.tokens())
    for (const { id, name, at, scope, agreementId, expiresAt, state } of tokens) {
      const days = `${at.slice(0, 10)} - ${expiresAt?.slice(0, 10) ?? 'no end'}`
      process.stdout.write(`${[id, state, scope, agreementId ?? 'all agreements', days, name].join('\t')}\n`)
    }
  },
}
