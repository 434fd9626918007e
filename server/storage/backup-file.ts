import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/**
 * A backup is the database as one SQLite file, and behind it two lines: what it is (JSON), and its seal. SQLite does not mind what stands
 * behind its last page, so that whoever has lost everything but this file can still open it with SQLite alone.
 */
export type BackupManifest = {
  /** ISO 8601, just before the copy was made: what was kept by then is in it. */
  madeAt: string
  /** The version of Handslag that made it. */
  version: string
  /** The steps that made the layout of its tables, by name and in order. */
  layout: string[]
  /** Bytes of the database. */
  size: number
}

/** Raise when an older Handslag can not read what a newer one writes. */
export const BACKUP_FORMAT = 1

/** This file can not be used as a backup; the message is one sentence for the operator. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

/** Format, bytes of the line before it, and the SHA-256 of everything before this line. */
const SEAL = /(?:^|\n)handslag-backup\/(\d{1,6}) (?:(\d{1,6}) ([0-9a-f]{64}))?[^\n]*\n$/
/** The seal stands within the last bytes of the file, also that of a newer format. */
const SEAL_REACH = 512
/** No manifest of ours is longer. */
const LONGEST_MANIFEST = 64 * 1024
const PIECE = 1024 * 1024

/** Closes a file that holds a database of `manifest.size` bytes with its manifest and seal. */
export async function seal(file: FileHandle, manifest: BackupManifest): Promise<void> {
  const line = Buffer.from(`${JSON.stringify(manifest)}\n`)
  const hash = createHash('sha256')
  await eachPiece(file, manifest.size, (piece) => void hash.update(piece))
  const sum = hash.update(line).digest('hex')
  const ending = Buffer.concat([
    line,
    Buffer.from(`handslag-backup/${BACKUP_FORMAT} ${line.length} ${sum}\n`),
  ])
  await file.write(ending, 0, ending.length, manifest.size)
}

/** What a backup says of itself, and the sum that all of it must have. */
export type SealedBackup = { manifest: BackupManifest; line: Buffer; sum: string }

/** Reads manifest and seal. Throws `BackupRefused` for a file that is none of ours, not whole, or of a newer format. */
export async function readSeal(file: FileHandle, name: string): Promise<SealedBackup> {
  const { size } = await file.stat()
  const reach = Math.min(size, SEAL_REACH)
  const ending = (await readAt(file, size - reach, reach)).toString('latin1')
  const [found, format, length, sum] = SEAL.exec(ending) ?? []
  if (found === undefined) throw await whyUnsealed(file, name)
  if (Number(format) > BACKUP_FORMAT)
    throw new BackupRefused(
      `${name} was made by a newer Handslag (format ${format}); restore it with that one.`,
    )
  const sealBytes = found.startsWith('\n') ? found.length - 1 : found.length
  const lineBytes = Number(length ?? 0)
  const start = size - sealBytes - lineBytes
  if (!sum || lineBytes > LONGEST_MANIFEST || start < 0) throw damaged(name)
  const line = await readAt(file, start, lineBytes)
  const manifest = maybeManifest(line)
  if (!manifest || manifest.size !== start) throw damaged(name)
  return { manifest, line, sum }
}

/** Hands over the database piece by piece. Throws `BackupRefused` afterwards when a bit of the file is not as it was sealed. */
export async function readSealed(
  file: FileHandle,
  name: string,
  { manifest, line, sum }: SealedBackup,
  take: (piece: Buffer) => Promise<unknown>,
): Promise<void> {
  const hash = createHash('sha256')
  await eachPiece(file, manifest.size, async (piece) => {
    hash.update(piece)
    await take(piece)
  })
  if (hash.update(line).digest('hex') !== sum) throw damaged(name)
}

function damaged(name: string): BackupRefused {
  return new BackupRefused(`${name} is damaged: it is not as it was when it was made. Use another backup.`)
}

/** A file that begins as ours do has lost its end. */
async function whyUnsealed(file: FileHandle, name: string): Promise<BackupRefused> {
  const beginning = (await readAt(file, 0, 16)).toString('latin1')
  return beginning === 'SQLite format 3\0'
    ? new BackupRefused(
        `${name} is not a whole backup: its end is missing. Use another backup, or copy it anew.`,
      )
    : new BackupRefused(`${name} is not a backup of Handslag.`)
}

function maybeManifest(line: Buffer): BackupManifest | null {
  try {
    const { madeAt, version, layout, size } = JSON.parse(line.toString('utf8')) as Record<string, unknown>
    const isWhole = typeof madeAt === 'string' && typeof version === 'string' && Number.isSafeInteger(size)
    const isLayout = Array.isArray(layout) && layout.every((step) => typeof step === 'string')
    return isWhole && isLayout ? { madeAt, version, layout, size: size as number } : null
  } catch {
    return null
  }
}

async function eachPiece(file: FileHandle, size: number, take: (piece: Buffer) => unknown): Promise<void> {
  for (let at = 0; at < size; at += PIECE) await take(await readAt(file, at, Math.min(PIECE, size - at)))
}

/** Gives fewer bytes where the file ends. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
