import { TOKEN_SCOPES, type TokenScope } from '../access/token-bounds.ts'
import { type Command, CommandError, withParts } from './command.ts'

/** A program that nobody thinks of any more should not get in for ever. */
const DAYS = { usual: 365, most: 3650 }

/** Prints the token alone on the last line, so that a script can take it from there. */
export const tokenCreate: Command = {
  name: 'token create',
  summary: `Makes a token with which a program acts for the first member. It is shown this once. Without more said it reads and writes for ${DAYS.usual} days.`,
  operands: [],
  options: [
    { name: 'name', value: 'name', required: true },
    { name: 'scope', value: TOKEN_SCOPES.join('|'), required: false },
    { name: 'agreement', value: 'agreementId', required: false },
    { name: 'days', value: `1-${DAYS.most}`, required: false },
  ],
  run: async ({ options }) => {
    const wanted = {
      name: options.name ?? '',
      scope: readScope(options.scope),
      agreementId: options.agreement ?? null,
      days: readDays(options.days),
    }
    const token = await withParts(async ({ people, agreements }) => {
      if (wanted.agreementId !== null && !(await agreements.exists(wanted.agreementId)))
        throw new CommandError(`There is no agreement ${wanted.agreementId} in DATA_DIR.`)
      return people.createToken(wanted)
    })
    process.stdout.write(`${token}\n`)
  },
}

function readScope(text: string | undefined): TokenScope {
  if (text === undefined) return 'write'
  const scope = TOKEN_SCOPES.find((known) => known === text)
  if (!scope) throw new CommandError(`--scope expects ${TOKEN_SCOPES.join(' or ')}; found "${text}".`)
  return scope
}

function readDays(text: string | undefined): number {
  if (text === undefined) return DAYS.usual
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > DAYS.most)
    throw new CommandError(`--days expects a whole number from 1 to ${DAYS.most}; found "${text}".`)
  return days
}
