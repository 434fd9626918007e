import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { programPath } from './programs.ts'

/** The first start of LibreOffice in a fresh profile takes some seconds; a busy machine makes it many. */
const TIME_LIMIT_MS = 120_000

/** Opens a Word file in LibreOffice and gives it back as PDF. Throws with LibreOffice's own words when it cannot. */
export async function convertToPdf(docx: Uint8Array): Promise<Uint8Array> {
  return await convert(docx, 'pdf', 'pdf')
}

/** Opens a Word file in LibreOffice and gives its text: one line a paragraph, table cells and numbers included. */
export async function officeText(docx: Uint8Array): Promise<string> {
  const bytes = await convert(docx, 'txt:Text (encoded):UTF8', 'txt')
  return new TextDecoder().decode(bytes)
}

/** The pages of a PDF as PNG images, in order. */
export async function pageImages(pdf: Uint8Array, dotsPerInch = 60): Promise<Uint8Array[]> {
  return await inFolder(async (folder) => {
    await writeFile(join(folder, 'in.pdf'), pdf)
    await run(
      programPath('pdftoppm'),
      ['-png', '-r', String(dotsPerInch), join(folder, 'in.pdf'), join(folder, 'page')],
      {},
    )
    // pdftoppm pads the numbers to one width, so that order by name is order by page.
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return await Promise.all(names.map((name) => readFile(join(folder, name))))
  })
}

/** The text of a PDF, as poppler reads it. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  return await readPdf('pdftotext', [], pdf, ['-'])
}

/** What a PDF says of itself ("Pages: 12", "Tagged: yes"), by name. */
export async function pdfFacts(pdf: Uint8Array): Promise<Record<string, string>> {
  const lines = (await readPdf('pdfinfo', [], pdf)).split('\n')
  const pairs = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^([^:]+):\s+(.*)$/.exec(line) ?? []
    return name === '' ? [] : [[name, value]]
  })
  return Object.fromEntries(pairs)
}

/** The metadata (XMP, ISO 16684) of a PDF. */
export async function pdfMetadata(pdf: Uint8Array): Promise<string> {
  return await readPdf('pdfinfo', ['-meta'], pdf)
}

async function readPdf(
  program: 'pdftotext' | 'pdfinfo',
  before: readonly string[],
  pdf: Uint8Array,
  after: readonly string[] = [],
): Promise<string> {
  return await inFolder(async (folder) => {
    const file = join(folder, 'in.pdf')
    await writeFile(file, pdf)
    return await run(programPath(program), [...before, file, ...after], {})
  })
}

async function convert(docx: Uint8Array, filter: string, extension: string): Promise<Uint8Array> {
  return await inFolder(async (folder) => {
    const input = join(folder, 'in.docx')
    const profile = join(folder, 'profile')
    await mkdir(profile)
    await writeFile(input, docx)
    // A profile and home of its own: two conversions at the same time would otherwise wait for one another or mix.
    const said = await run(
      programPath('soffice'),
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        input,
      ],
      { HOME: folder },
    )
    // LibreOffice ends with 0 also when it could not read the file; only the output tells.
    return await readFile(join(folder, `in.${extension}`)).catch(() => {
      throw new Error(`LibreOffice made no ${extension} of ${docx.length} bytes: ${said}`)
    })
  })
}

/** Works in a folder that is taken away afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs a program to its end and gives what it said; it and its children are ended at the time limit. */
export async function run(
  file: string,
  words: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const child = spawn(file, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, since soffice is a script around the program that does the work.
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return await new Promise((done, fail) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      fail(new Error(`${file} was not done after ${TIME_LIMIT_MS / 1000} seconds: ${said}`))
    }, TIME_LIMIT_MS)
    child.once('error', (error) => {
      clearTimeout(timer)
      fail(error)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code === 0) done(said)
      else fail(new Error(`${file} ended with ${code}: ${said}`))
    })
  })
}
