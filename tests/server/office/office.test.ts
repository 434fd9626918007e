import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { maybeOfficeProgram } from '../../../server/office/find-program.ts'
import { createOffice, type Office, type OfficeBounds } from '../../../server/office/office.ts'

const WORD = new Uint8Array([80, 75, 3, 4])
const ODT = `PK${' '.repeat(28)}mimetypeapplication/vnd.oasis.opendocument.text`
const PDF = '%PDF-1.6\n<pdfaid:part>2</pdfaid:part>\n%%EOF\n'
const BOUNDS: OfficeBounds = { time: 30_000, waiting: 10, size: 1000 }

/** Where the fakes leave what the test looks at, and where the room makes its folders. */
let notes: string
let temporary: string
let office: Office | null
const errors: Error[] = []

beforeEach(async () => {
  notes = await mkdtemp(join(tmpdir(), 'handslag-fake-office-'))
  temporary = join(notes, 'temporary')
  await mkdir(temporary)
  vi.stubEnv('TMPDIR', temporary)
  vi.stubEnv('SESSION_SECRET', 'nobody may know this')
  errors.length = 0
})
afterEach(async () => {
  await office?.close()
  office = null
  expect(await readdir(temporary)).toEqual([])
  vi.unstubAllEnvs()
  await rm(notes, { recursive: true })
})

/** A program of the operator that does this (in the words of a shell) in the folder of the conversion. */
async function officeThat(does: string, bounds: Partial<OfficeBounds> = {}): Promise<Office> {
  const program = join(notes, 'office')
  await writeFile(program, `#!/bin/sh\nnotes='${notes}'\n${does}\n`)
  await chmod(program, 0o755)
  office = createOffice(
    { program, folders: ['/usr/bin', '/bin'], onError: (error) => errors.push(error as Error) },
    { ...BOUNDS, ...bounds },
  )
  return office
}

const note = (name: string) => readFile(join(notes, name), 'utf8')
const makes = (bytes: string, as: string) => `printf '%s' '${bytes}' > in.${as}`
const FAILED = { name: 'Refusal', problem: 'office-failed' }

/** Ended, or ended and not yet taken note of by its parent. */
async function hasEnded(pid: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid.trim()}/stat`, 'utf8').catch(() => '')
  return stat === '' || /\) [ZX] /.test(stat)
}

describe('what the program makes', () => {
  test('is handed out, and nothing of it is left in the folder for temporary files', async () => {
    const { convert } = await officeThat(`${makes(ODT, 'odt')}; ${makes(PDF.replaceAll('\n', ' '), 'pdf')}`)
    expect(Buffer.from(await convert(WORD, 'odt')).toString()).toBe(ODT)
    expect(Buffer.from(await convert(WORD, 'pdf')).toString()).toContain('%PDF-')
    expect(errors).toEqual([])
  })

  test.each([
    ['nothing', 'true', 'it made no file'],
    ['an ordinary PDF', makes('%PDF-1.4 %%EOF', 'pdf'), 'it made something else than pdf'],
    ['half a PDF', makes('%PDF-1.4 <pdfaid:part>2</pdfaid:part>', 'pdf'), 'something else than pdf'],
    ['more than fits', 'head -c 2000 /dev/zero > in.pdf', 'it made a file of 2000 bytes'],
    ['a PDF, and ends badly', `${makes(PDF, 'pdf')}; echo oops >&2; exit 81`, 'it ended with 81: oops'],
    ['nothing since it crashes', 'kill -SEGV $$', 'it ended with SIGSEGV'],
  ])('is not handed out when that is %s, and the operator hears why', async (_, does, why) => {
    const { convert } = await officeThat(does)
    await expect(convert(WORD, 'pdf')).rejects.toMatchObject(FAILED)
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining(why)])
  })

  test('is heard in part only, however much it says', async () => {
    const { convert } = await officeThat('head -c 3000000 /dev/zero | tr "\\0" x; exit 1')
    await expect(convert(WORD, 'pdf')).rejects.toMatchObject(FAILED)
    expect(errors[0]?.message.length).toBeLessThan(5000)
  })
})

test('the program gets the Word file, no shell that reads its words, and nothing of the environment of the server', async () => {
  const { convert } = await officeThat(
    `cp in.docx "$notes/word"; printf '%s\\n' "$@" > "$notes/words"; env > "$notes/env"; ls -la > "$notes/folder"; ${makes(PDF.replaceAll('\n', ' '), 'pdf')}`,
  )
  await convert(WORD, 'pdf')
  expect(await readFile(join(notes, 'word'))).toEqual(Buffer.from(WORD))
  const words = (await note('words')).trimEnd().split('\n')
  expect(words[0]).toMatch(/^-env:UserInstallation=file:\/\/.*\/profile$/)
  expect(words).toContainEqual(expect.stringMatching(/^pdf:writer_pdf_Export:\{"SelectPdfVersion"/))
  const names = (await note('env'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('=')[0])
  // A shell sets the last two by itself.
  expect(names.filter((name) => name !== '_' && name !== 'PWD').sort()).toEqual([
    'HOME',
    'LANG',
    'PATH',
    'SAL_USE_VCLPLUGIN',
    'TMPDIR',
  ])
  expect(await note('folder')).toMatch(/^drwx------.* \.$/m)
})

describe('a program that does not end', () => {
  const HANGS = 'sleep 1000 & echo $! > "$notes/child"; echo $$ > "$notes/own"; wait'

  test('is ended with what it started when its time is over, and the next file is made', async () => {
    const { convert } = await officeThat(
      `if [ -e "$notes/own" ]; then ${makes(ODT, 'odt')}; exit; fi; ${HANGS}`,
      { time: 3000 },
    )
    await expect(convert(WORD, 'odt')).rejects.toMatchObject(FAILED)
    expect(errors[0]?.message).toContain('it was ended')
    for (const name of ['own', 'child']) {
      const pid = await note(name)
      await expect.poll(() => hasEnded(pid)).toBe(true)
    }
    await expect(convert(WORD, 'odt')).resolves.toHaveLength(ODT.length)
  })

  test('is ended when the server stops', async () => {
    const { convert, close } = await officeThat(HANGS)
    const refused = expect(convert(WORD, 'odt')).rejects.toMatchObject(FAILED)
    await expect.poll(() => note('own').catch(() => '')).not.toBe('')
    await close()
    await refused
    const pid = await note('child')
    await expect.poll(() => hasEnded(pid)).toBe(true)
  })
})

test('what a program leaves running after a good end is ended too', async () => {
  const { convert } = await officeThat(`sleep 1000 & echo $! > "$notes/child"; ${makes(ODT, 'odt')}`)
  await convert(WORD, 'odt')
  const pid = await note('child')
  await expect.poll(() => hasEnded(pid)).toBe(true)
})

test('files that are asked for at once are made one after the other, and one too many is refused by name', async () => {
  const { convert } = await officeThat(
    `mkdir "$notes/busy" || exit 1; ${makes(ODT, 'odt')}; rmdir "$notes/busy"`,
    { waiting: 3 },
  )
  const asked = [convert(WORD, 'odt'), convert(WORD, 'odt'), convert(WORD, 'odt')]
  await expect(convert(WORD, 'odt')).rejects.toMatchObject({ problem: 'too-many-requests' })
  expect((await Promise.all(asked)).map(({ length }) => length)).toEqual(Array(3).fill(ODT.length))
  await expect(convert(WORD, 'odt')).resolves.toHaveLength(ODT.length)
})

test('what a server that was killed left behind goes, and what may still be at work stays', async () => {
  const [old, fresh] = [join(temporary, 'handslag-office-old'), join(temporary, 'handslag-office-new')]
  for (const folder of [old, fresh]) await mkdir(folder)
  await writeFile(join(old, 'in.docx'), 'words of people')
  await utimes(old, new Date(0), new Date(0))
  const { convert } = await officeThat(makes(ODT, 'odt'))
  await convert(WORD, 'odt')
  expect(await readdir(temporary)).toEqual(['handslag-office-new'])
  await rm(fresh, { recursive: true })
})

test('the program is the one that is named, else the first of its names in the folders, and a folder or a text is none', async () => {
  const program = join(notes, 'soffice')
  await writeFile(program, '')
  const found = (named: string | null, folders: string[]) => maybeOfficeProgram({ program: named, folders })
  expect(found(null, [notes])).toBeNull()
  await chmod(program, 0o755)
  expect(found(null, ['/none', notes])).toBe(program)
  expect(found(program, [])).toBe(program)
  expect(found(join(notes, 'other'), [notes])).toBeNull()
  expect(found(notes, [])).toBeNull()
})
