import type { Party } from '../agreement/party.ts'
import { formatDate } from './format.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Inline, PartyEntry, SignatureEntry } from './outline.ts'
import { enumWord, fieldLabel, paperWord } from './paper-words.ts'
import { officialName } from './parties.ts'

/** The parties as the first article describes them: who they are, who signs, on which decision, how they are called. */
export function drawParties(paper: Paper): PartyEntry[] {
  return paper.body.parties.map((party) => ({
    partyId: party.id,
    name: textInlines(officialName(party, paper.catalog), ['bold']),
    lines: linesOf(party, paper),
    hereafter: party.shortName
      ? [
          ...textInlines(`${paperWord(paper.catalog, 'hereafter')}: `),
          ...textInlines(party.shortName, ['bold']),
        ]
      : [],
  }))
}

function linesOf(party: Party, paper: Paper): PartyEntry['lines'] {
  const { catalog } = paper
  const facts: [string, string | null][] = [
    [
      fieldLabel(catalog, 'party.legalForm'),
      party.legalForm && enumWord(catalog, 'legalForm', party.legalForm),
    ],
    [fieldLabel(catalog, 'party.kvkNumber'), party.kvkNumber],
    [fieldLabel(catalog, 'party.address'), addressOf(party)],
    [paperWord(catalog, 'representedBy'), representatives(party, paper)],
    [paperWord(catalog, 'decisionTaken'), decisionOf(party)],
    [fieldLabel(catalog, 'party.joinedOn'), party.joinedOn && formatDate(party.joinedOn)],
    [fieldLabel(catalog, 'party.leftOn'), party.leftOn && formatDate(party.leftOn)],
  ]
  return facts
    .filter(([, value]) => Boolean(value))
    .map(([label, value]) => ({ label, inlines: textInlines(value) }))
}

function addressOf(party: Party): string {
  const place = [party.postalCode, party.city].filter(Boolean).join(' ')
  return [party.address, place].filter(Boolean).join(', ')
}

/** "Samira Verzonnen (voorzitter) en …", with the ground on which they may sign. */
function representatives(party: Party, { body, catalog }: Paper): string {
  const people = body.signatories.filter((signatory) => signatory.partyId === party.id)
  return people
    .flatMap((person) => {
      const basis = person.authorityBasis && enumWord(catalog, 'authorityBasis', person.authorityBasis)
      const about = [person.position, basis].filter(Boolean).join(', ')
      return person.name ? (about ? `${person.name} (${about})` : person.name) : []
    })
    .join('; ')
}

function decisionOf(party: Party): string {
  const date = party.decisionDate && formatDate(party.decisionDate)
  return [party.decisionBody, date, party.decisionReference].filter(Boolean).join(', ')
}

/** One block to sign per party, with room for as many as must sign, and by hand for those not named yet. */
export function drawSignatures({ body, catalog }: Paper): SignatureEntry[] {
  const labels = {
    name: paperWord(catalog, 'name'),
    position: paperWord(catalog, 'position'),
    place: paperWord(catalog, 'place'),
    date: paperWord(catalog, 'date'),
    signature: paperWord(catalog, 'signature'),
  }
  return body.parties.map((party) => {
    const people = body.signatories.filter((signatory) => signatory.partyId === party.id)
    const named = people.map((person) => toSignatory(person.id, person.name, person.position))
    // An agreement from outside may name any number; more than a page of empty lines helps nobody.
    const missing = Math.min(20, party.requiredSignatories ?? 1) - named.length
    const byHand = Array.from({ length: Math.max(missing, named.length === 0 ? 1 : 0) }, () =>
      toSignatory(null, null, null),
    )
    return {
      partyId: party.id,
      partyName: textInlines(officialName(party, catalog)),
      signatories: [...named, ...byHand],
      labels,
    }
  })
}

function toSignatory(
  signatoryId: string | null,
  name: string | null,
  position: string | null,
): { signatoryId: string | null; name: Inline[]; position: Inline[] } {
  return { signatoryId, name: textInlines(name), position: textInlines(position) }
}
