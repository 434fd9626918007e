/** So long a piece (characters) of a proposal is in the name of a button: enough to tell it from the others. */
const ENOUGH = 60

/** The name of a button for who hears the buttons alone: every proposal has the same ones. */
export function nameOfAct(act: string, inShort: string): string {
  const said = inShort.length > ENOUGH ? `${inShort.slice(0, ENOUGH).toWellFormed()} …` : inShort
  return said === '' ? act : `${act}: ${said}`
}
