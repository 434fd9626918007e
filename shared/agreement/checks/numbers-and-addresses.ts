/** True for a Dutch postcode: four digits, the first not 0, and two letters. "1234ab" counts. */
export function isPostalCode(text: string): boolean {
  return /^[1-9]\d{3} ?[a-z]{2}$/i.test(text.trim())
}

/** True for a number of the Dutch trade register: eight digits; spaces and dots between them do no harm. */
export function isKvkNumber(text: string): boolean {
  return /^\d{8}$/.test(text.replace(/[\s.]/g, ''))
}

/** True for what looks like one e-mail address. Whether somebody reads it, only a letter can tell. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(text.trim())
}

/** Numbers that people may dial as they stand: alarm numbers, town halls (14 and the area), and those that cost nothing or extra. */
const SHORT_NUMBER = /^(112|113|116\d{3}|140\d{2,3}|18\d{2}|0[89]00(\d{4}|\d{7}))$/
const DUTCH_NUMBER = /^(0\d{9}|\+31[1-9]\d{8}|0031[1-9]\d{8})$/
const OTHER_COUNTRY = /^(\+|00)(?!31)[1-9]\d{6,13}$/

/** True for a telephone number that can be dialled from the Netherlands: ten digits, +31, a short number, or one abroad. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\(0\)/g, '').replace(/[\s().\-–/]/g, '')
  return [SHORT_NUMBER, DUTCH_NUMBER, OTHER_COUNTRY].some((pattern) => pattern.test(digits))
}
