/**
 * The words and names that stand on paper besides what people write: an agreement holds keys (`foundation`, `F09`), the
 * paper shows "Stichting" and the threshold's name. The catalogue in `templates/catalog` has this shape; the outline asks
 * for no more of it than this.
 */
export type PaperCatalog = {
  words: PaperWords
  /** Clusters by framework: `youth_access` has awareness, trust, quality and enabling. */
  frameworks: readonly { id: string; clusters: readonly { id: string; label: string }[] }[]
  factors: readonly { id: string; label: string; clusterId: string }[]
}

type Words = Readonly<Record<string, string>>

export type PaperWords = {
  /** The words of every choice: `enums.legalForm.foundation`. */
  enums: Readonly<Record<string, Words>>
  /** Caption, column headers and the sentence of an empty table, per block. Every cluster's tasks share `tasks`. */
  blocks: Readonly<Record<string, { caption: string; emptyText: string; columns?: Words | undefined }>>
  /** Loose words: "Artikel", "Bijlage", "Totaal". Which ones: `paper-words.ts`. */
  paper: Words
  /** What a field in the text is called when it is empty: `goal` → "doel". */
  placeholders: Words
  /** Labels of fields as forms show them: `party.kvkNumber` → "KVK-nummer". */
  fields: Readonly<Record<string, { label: string }>>
}
