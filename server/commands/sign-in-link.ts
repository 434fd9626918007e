import { addressOf } from '../address.ts'
import { readConfig } from '../config/config.ts'
import { type Command, CommandError, withParts } from './command.ts'

/** For a member who lost every way in where no mail can be sent: who has the data folder can help. */
export const signInLink: Command = {
  name: 'sign-in-link',
  summary: 'Makes a one-time link with which a member chooses a new password. It works a quarter of an hour.',
  operands: [],
  options: [{ name: 'email', value: 'address', required: true }],
  run: async ({ options: { email = '' } }) => {
    const link = await withParts(({ accounts }) => accounts.maybeLinkFor(email, 'password'))
    if (!link) throw new CommandError(`--email expects the address of a member; nobody has ${email}.`)
    process.stdout.write(`${addressOf(readConfig(process.env, process.cwd()))}/link#${link.secret}\n`)
  },
}
