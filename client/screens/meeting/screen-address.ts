/** The address of a screen of the meeting, which begins with an article where one is named. */
export function screenAddress(
  agreementId: string,
  word: 'scherm' | 'bijeenkomst' | 'afronding',
  articleId: string | null = null,
): string {
  const at = articleId === null ? '' : `#${encodeURIComponent(articleId)}`
  return `/agreements/${encodeURIComponent(agreementId)}/${word}${at}`
}

/** The article that an address names behind `#`; null for none. */
export function articleInAddress(hash: string): string | null {
  const word = hash.replace(/^#/, '')
  if (word === '' || word === 'content') return null
  try {
    return decodeURIComponent(word)
  } catch {
    return null
  }
}
