/** The licences of what comes from npm: which may come in, and for which package another one is no trouble. */

/** Whoever uses these may do with Handslag what its own licence (MIT) allows. Names of SPDX. */
const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Zlib',
]

type Exception = { packages: RegExp; licence: string; why: string }

export const EXCEPTIONS: readonly Exception[] = [
  {
    packages: /^@fontsource\/(arimo|atkinson-hyperlegible-next|noto-sans-arabic)$/,
    licence: 'OFL-1.1',
    why: 'Fonts: the licence lets them go along with a program, and asks only that nobody sells them alone or changes them under their own name.',
  },
  {
    packages: /^lightningcss(-[\w-]+)?$/,
    licence: 'MPL-2.0',
    why: 'Packs the style sheets while the pages are built; nothing of it is in what people get, and we change none of its files.',
  },
  {
    packages: /^axe-core$/,
    licence: 'MPL-2.0',
    why: 'Looks at the pages in tests; it is never handed out, and we change none of its files.',
  },
  {
    packages: /^argparse$/,
    licence: 'Python-2.0',
    why: "Permissive, in the words of Python's own licence; it comes with what makes the types of the tests' client.",
  },
  {
    packages: /^duck$/,
    licence: 'BSD',
    why: 'Its licence file is the BSD licence with two clauses; it comes with mammoth, by which tests read Word files.',
  },
]

export type Locked = { packages: Record<string, { version?: string; license?: string }> }

/** Everything in a lock file whose licence may not come in, and every exception that nothing needs any more; one sentence each. */
export function licenceFindings(lock: Locked, exceptions: readonly Exception[] = EXCEPTIONS): string[] {
  const needed = new Set<Exception>()
  const refused = Object.entries(lock.packages).flatMap(([path, { version, license }]) => {
    if (path === '') return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (license !== undefined && isPermissive(license)) return []
    const exception = exceptions.find(({ packages, licence }) => packages.test(name) && licence === license)
    if (exception) needed.add(exception)
    return exception
      ? []
      : [`${name} ${version}: ${license ?? 'no licence'} is not on the list in tests/audit/licences.ts.`]
  })
  const idle = exceptions.filter((exception) => !needed.has(exception))
  return [
    ...refused,
    ...idle.map(
      ({ packages, licence }) => `No package ${packages} with ${licence} is left: take out its exception.`,
    ),
  ]
}

/** Reads an SPDX expression: of `OR` one must do, of `AND` all (SPDX 2.3, annex D; `AND` binds more tightly). */
export function isPermissive(expression: string): boolean {
  const bare = expression.trim()
  const inner = /^\(([^()]*)\)$/.exec(bare)?.[1]
  if (inner !== undefined) return isPermissive(inner)
  if (/[()]/.test(bare)) return false
  return bare
    .split(/ OR /)
    .some((one) => one.split(/ AND /).every((name) => PERMISSIVE.includes(name.trim())))
}
