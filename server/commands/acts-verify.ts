import { type Command, CommandError, withParts } from './command.ts'

/** Checks that no act was changed, taken out or put in between, as far as the hashes tell. */
export const actsVerify: Command = {
  name: 'acts verify',
  summary:
    'Checks the hashes of the log of acts from the first act to the last. --until <number>:<hash>, printed by an earlier check, must be in it still.',
  operands: [],
  options: [{ name: 'until', value: 'number:hash', required: false }],
  run: async ({ options }) => {
    const { count, last, firstBroken, hasUntil } = await withParts(({ acts }) =>
      acts.verify(options.until ?? null),
    )
    if (firstBroken !== null) throw new CommandError(`The log of acts is broken at act ${firstBroken}.`)
    if (!hasUntil) throw new CommandError(`Act ${options.until} is not in the log of acts any more.`)
    process.stdout.write(`${count} acts, all in order\n`)
    if (last) process.stdout.write(`${last.seq}:${last.hash}\n`)
  },
}
