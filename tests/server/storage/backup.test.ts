import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeBackup } from '../../../server/storage/backup.ts'
import { seal } from '../../../server/storage/backup-file.ts'
import { holdFolder } from '../../../server/storage/folder-hold.ts'
import { restoreBackup } from '../../../server/storage/restore.ts'
import { DATABASE_FILE, openStorage } from '../../../server/storage/storage.ts'

let prepared: string
let folder: string
let dataDir: string
let file: string
const now = new Date('2026-11-26T10:00:00Z')

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'handslag-backup-'))
  dataDir = join(prepared, 'data')
  await keep('first')
})
afterAll(() => rmSync(prepared, { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-backup-'))
  dataDir = join(folder, 'data')
  file = join(folder, 'backup')
  cpSync(join(prepared, 'data'), dataDir, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Keeps one more document, as a server would. */
async function keep(documentId: string): Promise<void> {
  const storage = await openStorage({ dataDir })
  await storage.log.create(documentId, { personId: 'p', at: 1, bytes: new Uint8Array(5000).fill(7) })
  await storage.close()
}
const back = (options: { into?: string; replace?: boolean; at?: Date } = {}) =>
  restoreBackup({
    file,
    dataDir: options.into ?? join(folder, 'new'),
    replace: options.replace ?? false,
    now: options.at ?? now,
  })
const make = () => writeBackup({ dataDir, out: file, version: '1.2.3', now })
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'it was done',
    (error: Error) => error.message,
  )

async function documentsIn(into: string): Promise<string[]> {
  const storage = await openStorage({ dataDir: into })
  const rows = await storage.records.selectFrom('document').select('id').orderBy('id').execute()
  await storage.close()
  return rows.map(({ id }) => id)
}
async function epochOf(into: string): Promise<string> {
  const storage = await openStorage({ dataDir: into })
  await storage.close()
  return storage.log.epoch
}

describe('a backup', () => {
  test('says what it is, is for its owner alone, and leaves nothing beside it', async () => {
    expect(await make()).toMatchObject({ madeAt: now.toISOString(), version: '1.2.3' })
    expect(readdirSync(folder).sort()).toEqual(['backup', 'data'])
    const handle = await open(file)
    expect((await handle.stat()).mode & 0o777).toBe(0o600)
    await handle.close()
  })

  test('opens with SQLite alone, for whoever has lost all else', async () => {
    await make()
    const database = new DatabaseSync(file, { readOnly: true })
    expect(database.prepare('select id from document').all()).toEqual([{ id: 'first' }])
    database.close()
  })

  test('holds nothing of what was deleted before, and no session secret', async () => {
    writeFileSync(join(dataDir, 'session-secret'), 'a-secret-of-more-than-32-characters')
    const database = new DatabaseSync(join(dataDir, DATABASE_FILE))
    database.exec("create table gone (name text); insert into gone values ('Fatima el Idrissi')")
    database.exec('delete from gone')
    database.close()
    expect(readFileSync(join(dataDir, DATABASE_FILE)).includes('Fatima el Idrissi')).toBe(true)
    await make()
    const bytes = readFileSync(file)
    expect([bytes.includes('Fatima el Idrissi'), bytes.includes('a-secret-of-more')]).toEqual([false, false])
  })

  test('is not written over a file that is there, nor made of a folder without data', async () => {
    await make()
    expect(await why(make())).toBe(`--out expects a file that does not exist yet; ${file} does.`)
    mkdirSync(join(folder, 'empty'))
    const none = writeBackup({ dataDir: join(folder, 'empty'), out: `${file}2`, version: '1', now })
    expect(await why(none)).toBe(`${join(folder, 'empty')} holds no data of Handslag.`)
  })

  test('of a damaged database is refused, and no file is left that looks like one', async () => {
    const database = join(dataDir, DATABASE_FILE)
    const bytes = readFileSync(database)
    writeFileSync(database, bytes.fill(0xff, 4096, bytes.length))
    expect(await why(make())).not.toBe('it was done')
    expect(readdirSync(folder)).toEqual(['data'])
  })
})

describe('a restore', () => {
  test('into an empty folder gives the same documents under a new epoch, the newest whatever the clock says', async () => {
    await make()
    const restored = await back({ at: new Date(0) })
    expect(restored).toMatchObject({ madeAt: now.toISOString(), agreements: 0, setAside: null })
    expect(await documentsIn(join(folder, 'new'))).toEqual(['first'])
    const first = await epochOf(join(folder, 'new'))
    expect(first).not.toBe(await epochOf(dataDir))
    await back({ replace: true, at: new Date(0) })
    expect(await epochOf(join(folder, 'new'))).not.toBe(first)
  })

  test('is refused where something is; told to replace, what was there is set aside whole', async () => {
    await make()
    await keep('second')
    expect(await why(back({ into: dataDir }))).toContain(
      `${dataDir} is not empty (it holds ${DATABASE_FILE}). Name an empty folder with --into, or add --replace`,
    )
    expect(await documentsIn(dataDir)).toEqual(['first', 'second'])
    const { setAside } = await back({ into: dataDir, replace: true })
    expect(await documentsIn(dataDir)).toEqual(['first'])
    const aside = new DatabaseSync(setAside ?? '', { readOnly: true })
    expect(aside.prepare('select id from document order by id').all()).toEqual([
      { id: 'first' },
      { id: 'second' },
    ])
    aside.close()
  })

  test('over what a killed server left, takes nothing of that in, and sets it aside with what was not yet in its database', async () => {
    await make()
    const storage = await openStorage({ dataDir })
    await storage.log.create('second', { personId: 'p', at: 1, bytes: new Uint8Array(5000).fill(7) })
    const left = join(folder, 'left')
    cpSync(dataDir, left, { recursive: true })
    await storage.close()
    expect(statSync(join(left, `${DATABASE_FILE}-wal`)).size).toBeGreaterThan(5000)
    const { setAside } = await back({ into: left, replace: true })
    expect(readdirSync(left).filter((name) => name.startsWith(`${DATABASE_FILE}-`))).toEqual([])
    expect(await documentsIn(left)).toEqual(['first'])
    const aside = new DatabaseSync(setAside ?? '')
    expect(aside.prepare('select id from document order by id').all()).toHaveLength(2)
    aside.close()
  })

  test("takes no heed of a disk's own folder and of the secret that was kept apart, which stays as it is", async () => {
    await make()
    const into = join(folder, 'disk')
    mkdirSync(join(into, 'lost+found'), { recursive: true })
    writeFileSync(join(into, 'session-secret'), 'kept')
    await back({ into })
    expect(readFileSync(join(into, 'session-secret'), 'utf8')).toBe('kept')
  })

  test('is refused in a folder in which a server works', async () => {
    await make()
    const letGo = holdFolder(dataDir)
    await expect(back({ into: dataDir, replace: true })).rejects.toThrow(
      expect.objectContaining({ name: 'FolderInUse' }),
    )
    letGo()
  })
})

describe('a file that can not be used is refused by a sentence, and the folder stays empty', () => {
  const damaged = () => `${file} is damaged: it is not as it was when it was made. Use another backup.`
  const spoil = (change: (bytes: Buffer) => Buffer) => writeFileSync(file, change(readFileSync(file)))
  const byteAt = (at: (bytes: Buffer) => number) => (bytes: Buffer) => {
    const place = at(bytes)
    bytes[place] = (bytes[place] ?? 0) ^ 1
    return bytes
  }

  test.each<[string, (bytes: Buffer) => Buffer, () => string]>([
    ['a bit of the data', byteAt(() => 9000), damaged],
    ['a bit of what it says of itself', byteAt((bytes) => bytes.indexOf('madeAt')), damaged],
    ['a bit of its sum', byteAt((bytes) => bytes.length - 3), damaged],
    ['a piece too much', (bytes) => Buffer.concat([bytes.subarray(0, 4096), bytes]), damaged],
    ['a piece too few', (bytes) => bytes.subarray(4096), damaged],
    [
      'cut off',
      (bytes) => bytes.subarray(0, bytes.length - 30),
      () => `${file} is not a whole backup: its end is missing. Use another backup, or copy it anew.`,
    ],
    ['half of it', (bytes) => bytes.subarray(0, bytes.length / 2), () => `${file} is not a whole backup`],
    ['nothing in it', () => Buffer.alloc(0), () => `${file} is not a backup of Handslag.`],
    ['a letter', () => Buffer.from('Beste mensen,\n'), () => `${file} is not a backup of Handslag.`],
    [
      'a newer format',
      (bytes) =>
        Buffer.from(
          bytes.toString('latin1').replace('handslag-backup/1 ', 'handslag-backup/2 more '),
          'latin1',
        ),
      () => `${file} was made by a newer Handslag (format 2); restore it with that one.`,
    ],
  ])('%s', async (_, change, sentence) => {
    await make()
    spoil(change)
    expect(await why(back())).toContain(sentence())
    expect(existsSync(join(folder, 'new', DATABASE_FILE))).toBe(false)
    const before = readFileSync(join(dataDir, DATABASE_FILE))
    expect(await why(back({ into: dataDir, replace: true }))).toContain(sentence())
    expect(readFileSync(join(dataDir, DATABASE_FILE))).toEqual(before)
  })

  test('the data of a newer Handslag', async () => {
    const database = new DatabaseSync(join(dataDir, DATABASE_FILE))
    database.exec("insert into kysely_migration values ('999-later', '2027-01-01')")
    database.close()
    await expect(openStorage({ dataDir })).rejects.toThrow(expect.objectContaining({ name: 'NewerLayout' }))
    await make()
    expect(await why(back())).toBe(
      `${file} was made by a newer Handslag (it knows "999-later"); update this one and restore again.`,
    )
  })

  test('a database of something else under a seal of ours', async () => {
    const other = new DatabaseSync(file)
    other.exec('create table recipe (name text)')
    other.close()
    const handle = await open(file, 'r+')
    const { size } = await handle.stat()
    await seal(handle, { madeAt: now.toISOString(), version: '1', layout: [], size })
    await handle.close()
    expect(await why(back())).toBe(`${file} holds no data that can be used. Use another backup.`)
    expect(readdirSync(join(folder, 'new'))).toEqual(['server.lock'])
  })
})
