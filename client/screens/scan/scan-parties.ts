import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { initialOf } from '../../ui/party-mark.tsx'

/** A party as the scan shows it. `index` chooses its mark. */
export type ScanParty = { id: string; index: number; name: string; initial: string }

/** What the scan needs of the agreement; small, so that it can be compared as a whole. */
export type ScanParts = {
  parties: ScanParty[]
  factorScores: AgreementBody['factorScores']
  /** Parties with their role, for the picture. */
  roles: { id: string; role: AgreementBody['parties'][number]['role'] }[]
  focus: { factorId: string }[]
}

export function scanPartiesOf(body: AgreementBody, catalog: Catalog): ScanParts {
  return {
    parties: body.parties.map((party, index) => {
      const name = callParty(party, catalog)
      return { id: party.id, index, name, initial: initialOf(party.name || name) }
    }),
    factorScores: body.factorScores,
    roles: body.parties.map(({ id, role }) => ({ id, role })),
    focus: body.focusFactors.map(({ factorId }) => ({ factorId })),
  }
}
