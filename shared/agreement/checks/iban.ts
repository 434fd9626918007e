const MIN_LENGTH = 15
const MAX_LENGTH = 34
const DUTCH_LENGTH = 18

/** True for a bank account number with the right check digits (ISO 13616-1; the remainder by 97 is 1). */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return false
  if (iban.length < MIN_LENGTH || iban.length > MAX_LENGTH) return false
  if (iban.startsWith('NL') && iban.length !== DUTCH_LENGTH) return false
  return remainderBy97(iban.slice(4) + iban.slice(0, 4)) === 1
}

/** Letters count as 10 to 35. Digit by digit, because the whole number is too large to be exact. */
function remainderBy97(text: string): number {
  const digits = [...text].map((sign) => Number.parseInt(sign, 36)).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}

/** Two letters and two digits, and then a bank and an account: with or without spaces after each four. */
const LOOKS_LIKE_IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g

/** The account numbers that somebody wrote in a text, right or wrong. Words of a sentence are not taken for one. */
export function ibansIn(text: string): string[] {
  return [...text.matchAll(LOOKS_LIKE_IBAN)].map(([found]) => found).filter(holdsAccount)
}

/** A Dutch number has a bank of four letters; those of other countries have enough digits to be no word. */
function holdsAccount(found: string): boolean {
  const rest = found.replace(/\s/g, '').slice(4)
  if (rest.length < MIN_LENGTH - 4) return false
  return /^[A-Z]{4}/.test(rest) ? /\d{5}/.test(rest) : /\d{8}/.test(rest)
}
