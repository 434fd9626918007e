import { type Command, CommandError, withParts } from './command.ts'

/** The program that uses the token gets in no more; a connection that is open ends within seconds. */
export const tokenRevoke: Command = {
  name: 'token revoke',
  summary: 'Withdraws a token, by the id that `token list` shows.',
  operands: ['tokenId'],
  options: [],
  run: async ({ operands: [id = ''] }) => {
    const wasOpen = await withParts(({ people }) => people.revokeToken(id))
    if (!wasOpen) throw new CommandError(`There is no token ${id} that was not withdrawn yet.`)
    process.stdout.write(`${id} is withdrawn.\n`)
  },
}
