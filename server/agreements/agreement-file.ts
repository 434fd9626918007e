import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import { drawTitle } from '../../shared/agreement/title.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import type { Catalog } from '../../shared/template/catalog.ts'

export type FileFormat = 'docx' | 'html' | 'json'
export type AgreementFile = { bytes: Uint8Array; mediaType: string; name: string }

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<FileFormat, string>

/** The agreement as a file: for Word and HTML by way of the outline, as JSON the snapshot itself. */
export async function agreementFile(
  snapshot: Snapshot,
  format: FileFormat,
  catalog: Catalog,
  date: Date,
): Promise<AgreementFile> {
  return {
    bytes: await bytesOf(snapshot, format, catalog, date),
    mediaType: MEDIA_TYPES[format],
    name: `${fileNameOf(drawTitle(snapshot))}.${format}`,
  }
}

async function bytesOf(
  snapshot: Snapshot,
  format: FileFormat,
  catalog: Catalog,
  date: Date,
): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(snapshot, null, 2)}\n`)
  const outline = buildOutline(snapshot, catalog, { status: snapshot.status }).value
  if (format === 'html') {
    const { writeHtml } = await import('../../shared/word/write-html.ts')
    return new TextEncoder().encode(writeHtml(outline))
  }
  // Loaded at the first export: it is large, and the server starts sooner without it.
  const { writeWord } = await import('../../shared/word/write-word.ts')
  const { id, version } = snapshot
  return (await writeWord(outline, { agreementId: id, version, date })).bytes
}

/** A name that every file system takes: no signs with a meaning of their own, no leading or trailing dot, not endless. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
  const name = [...plain].slice(0, 120).join('')
  return name.replace(/^[. ]+|[. ]+$/g, '') || 'overeenkomst'
}
