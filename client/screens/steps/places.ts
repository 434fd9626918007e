/** The address of an agreement, at the first of these places on its paper that there is. */
export function addressIn(agreementId: string, targets: readonly string[] = []): string {
  const hash = targets.length === 0 ? '' : `#${targets.join(',')}`
  return `/agreements/${encodeURIComponent(agreementId)}${hash}`
}
