import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that tests run and that npm does not bring. A new one is a new entry in the table below. */
export type Program = {
  /** What people call it. */
  title: string
  /** What cannot be tested without it. */
  purpose: string
  /** The environment variable that names its file, for those who keep it in a place of their own. */
  variable: string
  /** Its names, tried in this order in every folder of PATH. */
  commands: readonly string[]
  /** Arguments with which it ends well, at once and without touching anything, if it works. */
  trial: readonly string[]
  /** What its answer to the trial must contain, when ending well is not enough. */
  answer?: RegExp
  /** Packages of Debian and Ubuntu that bring it. */
  packages: readonly string[]
}

export const PROGRAMS = {
  chromium: {
    title: 'Chromium',
    purpose: 'the tests in a real browser',
    variable: 'CHROMIUM_PATH',
    // First the one that never has a window, and nothing of what belongs to one: a page opens there in two thirds of the time.
    commands: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ],
    trial: ['--version'],
    packages: ['chromium-headless-shell'],
  },
  soffice: {
    title: 'LibreOffice Writer',
    purpose: 'opening the Word files in a real office program',
    variable: 'SOFFICE_PATH',
    commands: ['soffice', 'libreoffice'],
    trial: ['--version'],
    packages: ['libreoffice-writer-nogui'],
  },
  pdftoppm: {
    title: 'pdftoppm (poppler)',
    purpose: 'page images of the Word files',
    variable: 'PDFTOPPM_PATH',
    commands: ['pdftoppm'],
    trial: ['-v'],
    packages: ['poppler-utils'],
  },
  pdftotext: {
    title: 'pdftotext (poppler)',
    purpose: 'the text of PDF files',
    variable: 'PDFTOTEXT_PATH',
    commands: ['pdftotext'],
    trial: ['-v'],
    packages: ['poppler-utils'],
  },
  pdfinfo: {
    title: 'pdfinfo (poppler)',
    purpose: 'what a PDF file says of itself',
    variable: 'PDFINFO_PATH',
    commands: ['pdfinfo'],
    trial: ['-v'],
    packages: ['poppler-utils'],
  },
  fonts: {
    title: 'Liberation fonts (found through fc-match)',
    purpose: 'Word files with the line breaks of Arial',
    variable: 'FC_MATCH_PATH',
    commands: ['fc-match'],
    trial: ['Liberation Sans', 'family'],
    answer: /Liberation Sans|Arimo|Arial/,
    packages: ['fontconfig', 'fonts-liberation'],
  },
  strace: {
    title: 'strace',
    purpose: 'seeing that an edit is synced to disk before it is told',
    variable: 'STRACE_PATH',
    commands: ['strace'],
    trial: ['-V'],
    packages: ['strace'],
  },
  prlimit: {
    title: 'prlimit (util-linux)',
    purpose: 'a disk that takes nothing more from a server that runs',
    variable: 'PRLIMIT_PATH',
    commands: ['prlimit'],
    trial: ['--version'],
    packages: ['util-linux'],
  },
} as const satisfies Record<string, Program>

export type ProgramName = keyof typeof PROGRAMS

/** The file of a program, for tests. Throws with what to do when it is not there: a test never passes without it. */
export function programPath(name: ProgramName): string {
  const program = PROGRAMS[name]
  const found = findProgram(program)
  if (found !== null) return found
  throw new Error(
    `${program.title} is not there; it is needed for ${program.purpose}. Install it (Debian, Ubuntu: ` +
      `${program.packages.join(' ')}), or name its file in ${program.variable}; \`npm test\` installs it where it may.`,
  )
}

/** The file of a program: the one its variable names, else the first of its commands on PATH, else null. */
export function findProgram(program: Program, environment = process.env): string | null {
  const named = environment[program.variable]
  if (named) return isExecutable(named) ? named : null
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const files = program.commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  return files.find(isExecutable) ?? null
}

/** Why a program cannot be used, as the rest of a sentence that begins with its title; null when it works. */
export async function complaintAbout(program: Program, environment = process.env): Promise<string | null> {
  const file = findProgram(program, environment)
  if (file === null) {
    const named = environment[program.variable]
    return named ? `is not at ${named}, where ${program.variable} points` : 'is not on PATH'
  }
  return await new Promise((done) => {
    execFile(file, program.trial, { timeout: 60_000, env: environment }, (error, stdout, stderr) => {
      if (error)
        return done(`is at ${file} but does not work: ${firstLine(stderr || stdout || error.message)}`)
      if (program.answer && !program.answer.test(stdout))
        return done(`are not there: fc-match offers ${firstLine(stdout)}`)
      done(null)
    })
  })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const firstLine = (text: string) => text.trim().split('\n')[0] ?? ''
