import type { z } from 'zod'
import type { invitation } from '../../shared/protocol/endpoints.ts'

export type Invitation = z.output<typeof invitation>

const links = new Map<string, readonly Invitation[]>()

/**
 * Keeps the links that were just made, in the memory of this page only: the server keeps no more than a hash, so this is the one
 * moment at which they can be shown.
 */
export function rememberInvitations(agreementId: string, invitations: readonly Invitation[]): void {
  links.set(agreementId, [...(links.get(agreementId) ?? []), ...invitations])
}

/** The links of an agreement that this page still knows, newest last. */
export function rememberedInvitations(agreementId: string): readonly Invitation[] {
  return links.get(agreementId) ?? []
}
