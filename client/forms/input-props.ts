/** What every input of a fact gets. The words it shows and reads come from the catalogue and the text tables. */
export type InputProps = {
  address: string
  /** The value now, as the agreement has it. */
  value: unknown
  /** Name for a screen reader; where a label stands beside it, that label's words. */
  label: string
  /** Shown while there is nothing. */
  placeholder?: string
  describedBy?: string | undefined
}
