import { parseArgs } from 'node:util'
import { sayWhyNot } from '../say-why-not.ts'
import { actsVerify } from './acts-verify.ts'
import { backup } from './backup.ts'
import { type Command, CommandError, type CommandInput } from './command.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { restore } from './restore.ts'
import { signInLink } from './sign-in-link.ts'
import { templateCheck } from './template-check.ts'
import { tokenCreate } from './token-create.ts'
import { tokenList } from './token-list.ts'
import { tokenRevoke } from './token-revoke.ts'

/** The command line, `npm run handslag -- <command>`. Results go to standard output, what went wrong to standard error. */
const COMMANDS: readonly Command[] = [
  tokenCreate,
  tokenList,
  tokenRevoke,
  signInLink,
  exportCommand,
  importCommand,
  templateCheck,
  demo,
  backup,
  restore,
  actsVerify,
]

/** Exit codes: 0 done, 1 could not be done, 2 not understood. */
async function run(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    process.stdout.write(overview())
    return words.length === 0 ? 2 : 0
  }
  const command = COMMANDS.find(({ name }) => isPrefix(name.split(' '), words))
  if (!command) return notUnderstood(`There is no command "${words.join(' ')}".`)
  if (words.includes('--help')) {
    process.stdout.write(`${usage(command)}\n`)
    return 0
  }
  return perform(command, words.slice(command.name.split(' ').length))
}

async function perform(command: Command, args: readonly string[]): Promise<number> {
  let parsed: CommandInput
  try {
    parsed = parse(command, args)
  } catch (error) {
    return notUnderstood(`${(error as Error).message}\n${usage(command)}`)
  }
  try {
    await command.run(parsed)
    return 0
  } catch (error) {
    if (error instanceof CommandError) process.stderr.write(`${error.message}\n`)
    else sayWhyNot(error)
    return 1
  }
}

function parse(command: Command, args: readonly string[]): CommandInput {
  const options = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { values, positionals } = parseArgs({
    args: asWritten(args, command),
    options,
    allowPositionals: true,
  })
  const required = command.options.filter((option) => option.required)
  for (const { name, value } of required) {
    if (!values[name]) throw new Error(`--${name} expects ${value}.`)
  }
  if (positionals.length !== command.operands.length)
    throw new Error(`Expected ${command.operands.length || 'no'} name, found ${positionals.length}.`)
  const given = Object.entries(values)
  return {
    operands: positionals,
    options: Object.fromEntries(given.filter((one): one is [string, string] => typeof one[1] === 'string')),
    flags: Object.fromEntries(given.filter((one): one is [string, boolean] => typeof one[1] === 'boolean')),
  }
}

/** An id may begin with a dash. What stands behind an option that takes a value is that value, and there are no options of one dash. */
function asWritten(args: readonly string[], { options }: Command): string[] {
  const takesValue = new Set(options.filter(({ value }) => value !== null).map(({ name }) => `--${name}`))
  const named: string[] = []
  const operands: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const [word = '', next] = [args[at], args[at + 1]]
    if (!word.startsWith('--')) operands.push(word)
    else if (!takesValue.has(word) || next === undefined) named.push(word)
    else {
      named.push(`${word}=${next}`)
      at += 1
    }
  }
  return [...named, '--', ...operands]
}

function isPrefix(name: readonly string[], words: readonly string[]): boolean {
  return name.every((word, index) => words[index] === word)
}

function notUnderstood(sentence: string): number {
  process.stderr.write(`${sentence}\nSee npm run handslag -- --help\n`)
  return 2
}

function overview(): string {
  const lines = COMMANDS.map((command) => `  ${usage(command)}\n      ${command.summary}`)
  return `npm run handslag -- <command>\n\n${lines.join('\n')}\n`
}

function usage({ name, operands, options }: Command): string {
  const parts = options.map((option) => {
    const text = option.value === null ? `--${option.name}` : `--${option.name} <${option.value}>`
    return option.required ? text : `[${text}]`
  })
  return [name, ...operands.map((operand) => `<${operand}>`), ...parts].join(' ')
}

process.exitCode = await run(process.argv.slice(2))
