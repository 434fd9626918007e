import type { OfficeFormat } from '../../shared/protocol/export-options.ts'

type Format = {
  /** As `--convert-to` takes it: ending, name of the filter, its options. */
  filter: string
  /** Whether bytes are a whole file of this kind: the program ends well, too, when it made something else or nothing. */
  isWhole: (bytes: Buffer) => boolean
}

const value = (type: 'long' | 'boolean', of: string) => ({ type, value: of })

/**
 * PDF/A-2b (ISO 19005-2): for archives, all fonts in it, nothing attached. Tagged, with the marks of PDF/UA-1 (ISO 14289-1). What can be filled
 * in on screen is text here: a PDF is what stands fixed.
 */
const PDF_OPTIONS = {
  SelectPdfVersion: value('long', '2'),
  UseTaggedPDF: value('boolean', 'true'),
  PDFUACompliance: value('boolean', 'true'),
  ExportBookmarks: value('boolean', 'true'),
  ExportFormFields: value('boolean', 'false'),
  ExportNotes: value('boolean', 'false'),
}

export const FORMATS = {
  odt: {
    filter: 'odt:writer8',
    // OpenDocument 1.3 part 2, 3.3: the first entry of the package says what it is, uncompressed, from byte 30.
    isWhole: (bytes) =>
      bytes.subarray(0, 2).toString('latin1') === 'PK' &&
      bytes.subarray(30, 77).toString('latin1') === 'mimetypeapplication/vnd.oasis.opendocument.text',
  },
  pdf: {
    filter: `pdf:writer_pdf_Export:${JSON.stringify(PDF_OPTIONS)}`,
    // Editions before 7.4 take no options and make a PDF that is not for archives. Its metadata stand in plain text (ISO 19005-2, 6.6.2).
    isWhole: (bytes) =>
      bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
      bytes.includes('<pdfaid:part>2</pdfaid:part>') &&
      bytes.subarray(-1024).includes('%%EOF'),
  },
} as const satisfies Record<OfficeFormat, Format>
