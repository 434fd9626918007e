/**
 * An e-mail address as addresses are compared. Only the letters' case is taken away: whether dots or what follows a plus sign matter is
 * for the mail server to know.
 */
export function emailKey(address: string): string {
  return address.trim().normalize('NFKC').toLowerCase()
}
