import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast'

const REPOSITORY = join(import.meta.dirname, '../..')

/** One stage of a Dockerfile: where it goes out from, its name, and what it does. */
export type Stage = { from: string; name: string | null; instructions: Instruction[] }

/** The stages of a Dockerfile, in order. */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = []
  const parsed = DockerfileParser.parse(text)
  const froms = new Map(parsed.getFROMs().map((from) => [from.getRange()?.start.line, from]))
  for (const instruction of parsed.getInstructions()) {
    const from = froms.get(instruction.getRange().start.line)
    if (from) stages.push({ from: from.getImage() ?? '', name: from.getBuildStage(), instructions: [] })
    else stages.at(-1)?.instructions.push(instruction)
  }
  return stages
}

/** What a COPY takes from where (null: the folder it is built in), and where it puts it. */
export type Copied = { from: string | null; sources: string[]; to: string }

export function copiesOf({ instructions }: Stage): Copied[] {
  return instructions
    .filter((instruction) => instruction.getKeyword() === 'COPY')
    .map((instruction) => {
      const words = instruction.getArguments().map((argument) => argument.getValue())
      const from = (instruction as Copy).getFromFlag()?.getValue() ?? null
      return { from, sources: words.slice(0, -1), to: words.at(-1) ?? '' }
    })
}

/** The words behind the first instruction of a kind; those in JSON form as a list. */
export function wordsOf({ instructions }: Stage, keyword: string): string[] {
  const found = instructions.find((instruction) => instruction.getKeyword() === keyword)
  return found?.getArguments().map((argument) => argument.getValue()) ?? []
}

/** The command of a HEALTHCHECK or CMD in JSON form. */
export function commandOf({ instructions }: Stage, keyword: string): string[] {
  const text =
    instructions.find((instruction) => instruction.getKeyword() === keyword)?.getTextContent() ?? ''
  return JSON.parse(text.slice(text.indexOf('['))) as string[]
}

/** The variables that a stage sets. */
export function variablesOf(stage: Stage): Record<string, string> {
  return Object.fromEntries(
    wordsOf(stage, 'ENV').map((word) => [
      word.slice(0, word.indexOf('=')),
      word.slice(word.indexOf('=') + 1),
    ]),
  )
}

/** Whether `.dockerignore` lets a path at the top through: the last line that fits decides. Ours knows `*` and names alone. */
export function isSentAlong(ignore: string, path: string): boolean {
  const lines = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const last = lines.findLast((line) => ['*', path].includes(line.replace(/^!/, '')))
  return last === undefined || last.startsWith('!')
}

/**
 * Lays out in a folder what the last stage copies, as far as it stands in the repository, and the packages that are left after the stage
 * before it took out `without`: links to those that are installed.
 */
export function layOut(folder: string, stage: Stage, without: readonly string[]): void {
  for (const { from, sources, to } of copiesOf(stage)) {
    if (from !== null) continue
    for (const source of sources)
      cpSync(join(REPOSITORY, source), join(folder, to === './' ? source : to), { recursive: true })
  }
  if (existsSync(join(REPOSITORY, 'dist')))
    cpSync(join(REPOSITORY, 'dist'), join(folder, 'dist'), { recursive: true })
  for (const name of topPackages().filter((name) => !without.includes(name))) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(REPOSITORY, 'node_modules', name), link)
  }
}

/** The packages that are installed at the top and that no test or tool alone needs. */
function topPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  const modules = join(REPOSITORY, 'node_modules')
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  )
  return names.filter((name) => {
    const entry = packages[`node_modules/${name}`]
    return entry !== undefined && !entry.dev && lstatSync(join(modules, name)).isDirectory()
  })
}
