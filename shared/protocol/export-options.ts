import { z } from 'zod'

/** What an agreement can be taken along as. The last two are made by an office program, which not every installation has. */
export const EXPORT_FORMATS = ['docx', 'html', 'json', 'odt', 'pdf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Made of the Word file by an office program. */
export const OFFICE_FORMATS = ['odt', 'pdf'] as const satisfies readonly ExportFormat[]
export type OfficeFormat = (typeof OFFICE_FORMATS)[number]

/** In which remarks and proposals can stand. OpenDocument keeps their words, authors, moments and state, and not which remark a reply is to. */
const WITH_REMARKS: readonly ExportFormat[] = ['docx', 'odt']

export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
} as const satisfies Record<ExportFormat, string>

/**
 * What of an agreement a file holds: all of it, all but what is about people, its heart on one page, the fixed text with the pages in its
 * contents, to sign, or its texts with nothing filled in, to fill in with Word.
 */
export const EXPORT_VARIANTS = ['full', 'public', 'summary', 'signing', 'form'] as const
export type ExportVariant = (typeof EXPORT_VARIANTS)[number]

/** Papers of their own, made of the text of now each time. */
const MADE_ANEW: readonly ExportVariant[] = ['public', 'summary', 'form']

const versionId = z.string().min(1).max(80)

const options = z.object({
  format: z.enum(EXPORT_FORMATS).default('docx'),
  /** Number of a fixed version; absent: the text of now. */
  version: z.coerce.number().int().min(1).optional(),
  /** `shared`: a file to work on, with the comments that are for everyone and what is proposed. A text that is fixed comes without all the same. */
  remarks: z.enum(['none', 'shared']).default('none'),
  variant: z.enum(EXPORT_VARIANTS).default('full'),
  /** Id of a version: what differs from it stands in the Word file as tracked changes. */
  since: versionId.optional(),
  /** Id of the version that is laid beside that of `since`; absent: the fixed version of `version`, or the text of now. */
  until: versionId.optional(),
})
export type ExportOptions = z.output<typeof options>

/** What makes no sense together: the field that is too much, and what was expected of it. */
const NONSENSE: readonly {
  path: keyof ExportOptions
  holds: (asked: ExportOptions) => boolean
  expected: (asked: ExportOptions) => string
}[] = [
  {
    path: 'remarks',
    holds: ({ format, remarks }) => remarks === 'shared' && !WITH_REMARKS.includes(format),
    expected: ({ format }) => `none, since ${format} holds no remarks; ${WITH_REMARKS.join(' and ')} do`,
  },
  {
    path: 'remarks',
    holds: ({ variant, remarks }) => remarks === 'shared' && variant !== 'full',
    expected: ({ variant }) => `none, since the variant ${variant} holds no remarks`,
  },
  {
    path: 'format',
    holds: ({ variant, format }) => MADE_ANEW.includes(variant) && format === 'json',
    expected: ({ variant }) => `a paper, since the variant ${variant} is one`,
  },
  {
    path: 'format',
    holds: ({ variant, format }) => variant === 'signing' && format !== 'docx',
    expected: () => 'docx, since that is the file that is signed',
  },
  {
    path: 'format',
    holds: ({ variant, format }) => variant === 'form' && format !== 'docx' && format !== 'json',
    expected: () => 'docx, since that is filled in with Word',
  },
  {
    path: 'version',
    holds: ({ variant, version }) => MADE_ANEW.includes(variant) && version !== undefined,
    expected: ({ variant }) => `nothing, since the variant ${variant} is made of the text of now`,
  },
  {
    path: 'format',
    holds: ({ since, format }) => since !== undefined && format !== 'docx',
    expected: () => 'docx, since what differs is told as tracked changes of Word',
  },
  {
    path: 'variant',
    holds: ({ since, variant }) => since !== undefined && variant !== 'full',
    expected: () => 'full, since two versions are compared as a whole',
  },
  {
    path: 'remarks',
    holds: ({ since, remarks, variant }) => since !== undefined && remarks === 'shared' && variant === 'full',
    expected: () => 'none, since a comparison holds no remarks',
  },
  {
    path: 'until',
    holds: ({ since, until }) => until !== undefined && since === undefined,
    expected: () => 'nothing without since, the version to compare with',
  },
  {
    path: 'until',
    holds: ({ until, version }) => until !== undefined && version !== undefined,
    expected: () => 'nothing beside version: one of them says what is newer',
  },
]

/** Which file of an agreement is wanted; the same for who asks by HTTP and for who types a command. */
export const exportOptions = options.superRefine((asked, context) => {
  for (const { path, holds, expected } of NONSENSE) {
    if (holds(asked)) context.addIssue({ code: 'custom', path: [path], message: expected(asked) })
  }
})

export function isOfficeFormat(format: ExportFormat): format is OfficeFormat {
  return OFFICE_FORMATS.some((known) => known === format)
}
