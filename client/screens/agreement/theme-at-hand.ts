import type { Theme } from '../../../shared/agreement/theme.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { callOrRecall } from '../../connection/index.ts'

/**
 * How papers of an agreement look: asked, and kept on this device, so that it makes a Word file that looks the same when the server can not be reached. Plain
 * (null) where this device never heard; never rejects.
 */
export async function themeAtHand(agreementId: string): Promise<Theme | null> {
  try {
    return (await callOrRecall(agreementId, endpoints.getAgreementTheme, { params: { id: agreementId } }))
      .theme
  } catch {
    return null
  }
}
