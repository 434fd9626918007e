/** Signs with which spreadsheet programs begin a formula, their wide forms included; and what they skip before one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A table that a Dutch spreadsheet program opens in columns: semicolons, and the mark of UTF-8 in front (RFC 4180 otherwise). No cell can
 * become a formula there: what looks like one gets an apostrophe in front.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
