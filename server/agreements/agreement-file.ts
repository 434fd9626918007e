import { drawTitle } from '../../shared/agreement/title.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { comparisonAuthor, comparisonOutline } from '../../shared/outline/comparison-outline.ts'
import { emptiedForForm, formOutline } from '../../shared/outline/form-outline.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import { publicOutline } from '../../shared/outline/public-outline.ts'
import { summaryOutline } from '../../shared/outline/summary-outline.ts'
import { textHash } from '../../shared/outline/text-hash.ts'
import { type ExportFormat, MEDIA_TYPES, type OfficeFormat } from '../../shared/protocol/export-options.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { fileNameOf } from '../../shared/word/file-name.ts'
import type { AgreementJob, ComparedSide, ComparisonJob, OutlineJob, SigningJob } from './file-thread.ts'

/** What is made here; from the Word file an office program makes others. */
export type FileFormat = Exclude<ExportFormat, OfficeFormat>
export type AgreementFile = { bytes: Uint8Array; mediaType: string; name: string }

/** The agreement as a file: for Word and HTML by way of the outline, as JSON the snapshot itself. */
export async function agreementFile(asked: AgreementJob, catalog: Catalog): Promise<AgreementFile> {
  const job = asked.variant === 'form' ? emptied(asked, catalog) : asked
  const { snapshot, format } = job
  const mediaType = MEDIA_TYPES[format]
  if (format === 'json') {
    const bytes = new TextEncoder().encode(`${JSON.stringify(snapshot, null, 2)}\n`)
    return { bytes, mediaType, name: `${fileNameOf(drawTitle(snapshot))}.json` }
  }
  const outline = outlineOf(job, catalog)
  const bytes =
    format === 'html' ? await asHtml(outline, job) : await asWord(outline, job, standingHash(job, catalog))
  return { bytes, mediaType, name: `${fileName(outline)}.${format}` }
}

/** What a form carries is what it shows: nothing filled in, so that whatever comes back is what somebody filled in. */
function emptied(job: AgreementJob, catalog: Catalog): AgreementJob {
  return { ...job, snapshot: emptiedForForm(job.snapshot, catalog) }
}

/** The name of the paper, and what it is where it is not the whole agreement. */
function fileName({ title, titlePage: { edition } }: Outline): string {
  return edition === undefined
    ? fileNameOf(title)
    : `${fileNameOf(title)} - ${fileNameOf(edition.toLowerCase())}`
}

/** A Word file that was made before, under the name it has. */
export function wordFile({ bytes, name }: Pick<AgreementFile, 'bytes' | 'name'>): AgreementFile {
  return { bytes, name, mediaType: MEDIA_TYPES.docx }
}

/** What an office program made of a Word file, under the same name with its own ending. */
export function madeOf(word: AgreementFile, format: OfficeFormat, bytes: Uint8Array): AgreementFile {
  return { bytes, mediaType: MEDIA_TYPES[format], name: word.name.replace(/\.docx$/, `.${format}`) }
}

function outlineOf(job: AgreementJob, catalog: Catalog): Outline {
  const { snapshot, variant = 'full', names = [], fixedOn = null, working = null } = job
  const { status } = snapshot
  switch (variant) {
    case 'full': {
      const text = { ...snapshot, ...working?.texts }
      const toFillIn = isToFillIn(job)
      return buildOutline(text, catalog, { status, fixedOn, toWorkOn: working !== null, toFillIn }).value
    }
    case 'signing':
      throw new RangeError('the file to sign is the fixed one: it is not drawn anew')
    case 'public':
      return publicOutline(snapshot, catalog, { status, fixedOn, names })
    case 'form':
      return formOutline(snapshot, catalog, { status, toFillIn: isToFillIn(job) }, job.guidance)
    case 'summary':
      return summaryOutline(snapshot, catalog, { status, fixedOn })
  }
}

/**
 * The check number of the text as it stands, by which that text is found again: what people say of it, what the template says of filling it in, and which
 * facts can be filled in is none of it.
 */
function standingHash(
  { snapshot, fixedOn = null, variant = 'full' }: AgreementJob,
  catalog: Catalog,
): string | undefined {
  if (variant !== 'full' && variant !== 'form') return undefined
  return textHash(buildOutline(snapshot, catalog, { status: snapshot.status, fixedOn }).value)
}

/** In a Word file of a text that is not fixed every fact can be filled in where it stands; of a fixed one nothing can change any more. */
const isToFillIn = ({ format, fixedOn = null }: AgreementJob): boolean =>
  format === 'docx' && fixedOn === null

async function asHtml(outline: Outline, { theme = null }: AgreementJob): Promise<Uint8Array> {
  const { writeHtml } = await import('../../shared/word/write-html.ts')
  return new TextEncoder().encode(writeHtml(outline, theme))
}

async function asWord(
  outline: Outline,
  { snapshot, variant = 'full', date, theme = null, working = null }: AgreementJob,
  hash: string | undefined,
): Promise<Uint8Array> {
  // Loaded at the first export: it is large, and the server starts sooner without it.
  const { writeWord } = await import('../../shared/word/write-word.ts')
  const { shownSnapshot } = await import('../../shared/word/shown-snapshot.ts')
  const { id, version } = snapshot
  // Only the whole agreement and a form find their way back: what another paper leaves out must not be in its file.
  const carried =
    variant === 'full' || variant === 'form' ? { snapshot: shownSnapshot(snapshot, outline) } : {}
  const properties = {
    agreementId: id,
    version,
    date,
    theme,
    ...carried,
    ...(hash ? { textHash: hash } : {}),
  }
  return (await writeWord(outline, properties, working?.remarks ?? null)).bytes
}

/** A page that is drawn already, as a Word file. */
export async function wordOf({
  outline,
  name,
  agreementId,
  date,
  theme = null,
}: OutlineJob): Promise<AgreementFile> {
  const { writeWord } = await import('../../shared/word/write-word.ts')
  const { bytes } = await writeWord(outline, { agreementId, version: 0, date, theme })
  return { bytes, mediaType: MEDIA_TYPES.docx, name: `${fileNameOf(name)}.docx` }
}

/** The fixed Word file with the pages of its headings in its contents. */
export async function signingFile({ fixed, headings }: SigningJob): Promise<AgreementFile> {
  const { withContentsPages } = await import('../../shared/word/contents-pages.ts')
  return wordFile({ name: fixed.name, bytes: withContentsPages(fixed.bytes, headings) })
}

/** The newer of two texts as a Word file, with what differs from the older one as tracked changes. */
export async function comparisonFile(job: ComparisonJob, catalog: Catalog): Promise<AgreementFile> {
  const { writeComparison } = await import('../../shared/word/write-comparison.ts')
  const { was, now, agreementId, version, date, theme } = job
  const texts = { was: was.text, now: now.text }
  const paperOf = ({ body, status, fixedOn }: ComparedSide) =>
    comparisonOutline(buildOutline(body, catalog, { status, fixedOn }).value, catalog, texts)
  const newer = paperOf(now)
  const author = comparisonAuthor(catalog, texts)
  const bytes = await writeComparison(paperOf(was), newer, { agreementId, version, date, theme, author })
  return wordFile({ bytes, name: `${fileName(newer)}.docx` })
}
