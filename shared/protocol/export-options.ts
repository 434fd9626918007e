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

/** Which file of an agreement is wanted; the same for who asks by HTTP and for who types a command. */
export const exportOptions = z
  .object({
    format: z.enum(EXPORT_FORMATS).default('docx'),
    /** Number of a fixed version; absent: the text of now. */
    version: z.coerce.number().int().min(1).optional(),
    /** `shared`: a file to work on, with the comments that are for everyone and what is proposed. A text that is fixed comes without all the same. */
    remarks: z.enum(['none', 'shared']).default('none'),
  })
  .superRefine(({ format, remarks }, context) => {
    if (remarks === 'shared' && !WITH_REMARKS.includes(format))
      context.addIssue({
        code: 'custom',
        path: ['remarks'],
        message: `none, since ${format} holds no remarks; ${WITH_REMARKS.join(' and ')} do`,
      })
  })
export type ExportOptions = z.output<typeof exportOptions>

export function isOfficeFormat(format: ExportFormat): format is OfficeFormat {
  return OFFICE_FORMATS.some((known) => known === format)
}
