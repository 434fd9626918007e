import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { complaintAbout, PROGRAMS, type Program } from './programs.ts'

/**
 * Before the tests: every program they need is there, is installed, or is named and the run ends. Nothing is left out
 * in silence. `npm test` starts this file; run again it only looks.
 */
type Lack = { program: Program; complaint: string }

const programs: readonly Program[] = Object.values(PROGRAMS)
const say = (line: string) => process.stdout.write(`${line}\n`)

async function findLacking(): Promise<Lack[]> {
  const complaints = await Promise.all(programs.map((program) => complaintAbout(program)))
  return programs.flatMap((program, index) => {
    const complaint = complaints[index] ?? null
    return complaint === null ? [] : [{ program, complaint }]
  })
}

/** The words that must come before `apt-get` here, or a sentence why it cannot be used. */
function aptPrefix(): string[] | string {
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian or Ubuntu'
  if (process.getuid?.() === 0) return []
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
  return sudo.status === 0 ? ['sudo', '-n'] : 'it takes root or sudo without a password'
}

/** Installs packages; answers null, or what went wrong. */
function install(packages: readonly string[]): string | null {
  const prefix = aptPrefix()
  if (typeof prefix === 'string') return prefix
  say(`Installing for the tests: ${packages.join(' ')}`)
  const calm = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  // `env` and not the environment of this process: sudo would clear it.
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...calm]
  return run([...apt, 'update']) ?? run([...apt, 'install', '-y', '--no-install-recommends', ...packages])
}

function run(words: readonly string[]): string | null {
  const [command = '', ...rest] = words
  const ended = spawnSync(command, rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  })
  if (ended.status === 0) return null
  const last = `${ended.stdout}\n${ended.stderr}`.trim().split('\n').slice(-12).join('\n')
  return `\`${words.join(' ')}\` failed: ${ended.error?.message ?? last}`
}

function explain(lacking: readonly Lack[], why: string | null): void {
  say('The tests cannot run: a program they need is lacking.')
  for (const { program, complaint } of lacking) {
    say(`- ${program.title} ${complaint}. It is needed for ${program.purpose}.`)
    say(
      `  Install it (Debian, Ubuntu: ${program.packages.join(' ')}), or name its file in ${program.variable}.`,
    )
  }
  if (why !== null) say(`Installing it here did not work: ${why}.`)
}

const lacking = await findLacking()
if (lacking.length > 0) {
  // Where a variable names a file that does not work, installing another one would not help.
  const installable = lacking.filter(({ program }) => !process.env[program.variable])
  const packages = [...new Set(installable.flatMap(({ program }) => program.packages))]
  const why = packages.length > 0 ? install(packages) : null
  const still = packages.length > 0 ? await findLacking() : lacking
  if (still.length > 0) {
    explain(still, why)
    process.exitCode = 1
  }
}
