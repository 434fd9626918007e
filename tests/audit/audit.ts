import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceFindings } from './licences.ts'
import { readAudit } from './vulnerabilities.ts'

/** `npm run audit`: known holes in what comes from npm, and its licences. Exit codes: 0 nothing, 1 findings, 2 the registry did not answer. */
const REPOSITORY = join(import.meta.dirname, '../..')

const licences = licenceFindings(JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')))
const asked = spawnSync('npm', ['audit', '--json'], { cwd: REPOSITORY, encoding: 'utf8' })
const holes = readAudit(asked.stdout)

for (const finding of [...licences, ...(holes ?? [])]) process.stdout.write(`${finding}\n`)
process.stdout.write(
  `Licences: ${licences.length === 0 ? 'all are on the list.' : `${licences.length} are not.`}\n`,
)
process.stdout.write(
  holes === null
    ? 'Known holes: NOT CHECKED; the registry does not answer this question. Ask one that does (npm config set registry).\n'
    : `Known holes: ${holes.length}.\n`,
)
process.exitCode = licences.length + (holes?.length ?? 0) > 0 ? 1 : holes === null ? 2 : 0
