import type { Party, Signatory } from '../agreement/party.ts'
import { formatDate } from './format.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Inline, InlineMark, PartyEntry, SignatureEntry } from './outline.ts'
import { enumWord, fieldLabel, paperWord } from './paper-words.ts'
import { officialName } from './parties.ts'
import { recordFields } from './record-cells.ts'
import { withFacts } from './row-facts.ts'

/** The parties as the first article describes them: who they are, who signs, on which decision, how they are called. */
export function drawParties(paper: Paper): PartyEntry[] {
  return paper.body.parties.map((party) => ({
    partyId: party.id,
    name: partyName(party, paper, ['bold']),
    lines: linesOf(party, paper),
    hereafter: party.shortName
      ? [
          ...textInlines(`${paperWord(paper.catalog, 'hereafter')}: `),
          ...partyFacts(party, textInlines(party.shortName, ['bold']), ['shortName'], paper),
        ]
      : [],
  }))
}

/** The official name of a party; a fact of its own where it has one. */
export function partyName(party: Party, paper: Paper, marks: InlineMark[] = []): Inline[] {
  return partyFacts(party, textInlines(officialName(party, paper.catalog), marks), ['name'], paper)
}

type PartyField = keyof Party & string

function partyFacts(party: Party, inlines: Inline[], fields: readonly PartyField[], paper: Paper): Inline[] {
  return withFacts(inlines, party, recordFields('parties', party, fields, 'party', paper), paper)
}

function linesOf(party: Party, paper: Paper): PartyEntry['lines'] {
  const { catalog } = paper
  const shown = (value: string | null, ...fields: PartyField[]): Inline[] =>
    partyFacts(party, textInlines(value), fields, paper)
  const legalForm = party.legalForm && enumWord(catalog, 'legalForm', party.legalForm)
  const facts: [string, Inline[]][] = [
    [fieldLabel(catalog, 'party.legalForm'), shown(legalForm, 'legalForm')],
    [fieldLabel(catalog, 'party.kvkNumber'), shown(party.kvkNumber, 'kvkNumber')],
    [fieldLabel(catalog, 'party.address'), shown(addressOf(party), 'address', 'postalCode', 'city')],
    [paperWord(catalog, 'representedBy'), representatives(party, paper)],
    [
      paperWord(catalog, 'decisionTaken'),
      shown(decisionOf(party), 'decisionBody', 'decisionDate', 'decisionReference'),
    ],
    [fieldLabel(catalog, 'party.joinedOn'), shown(dayOf(party.joinedOn), 'joinedOn')],
    [fieldLabel(catalog, 'party.leftOn'), shown(dayOf(party.leftOn), 'leftOn')],
  ]
  return facts.filter(([, inlines]) => inlines.length > 0).map(([label, inlines]) => ({ label, inlines }))
}

const dayOf = (date: string | null): string | null => date && formatDate(date)

function addressOf(party: Party): string {
  const place = [party.postalCode, party.city].filter(Boolean).join(' ')
  return [party.address, place].filter(Boolean).join(', ')
}

/** "Samira Verzonnen (voorzitter) en …", with the ground on which they may sign. */
function representatives(party: Party, paper: Paper): Inline[] {
  const people = paper.body.signatories.filter(({ partyId, name }) => partyId === party.id && name)
  const texts = people.map((person) => representative(person, paper))
  if (!paper.toFillIn) return textInlines(texts.join(BETWEEN_PEOPLE))
  return people.flatMap((person, index) => [
    ...(index > 0 ? textInlines(BETWEEN_PEOPLE) : []),
    ...signatoryFacts(person, textInlines(texts[index] ?? null), ['name', 'position'], paper),
  ])
}

const BETWEEN_PEOPLE = '; '

function representative(person: Signatory, { catalog }: Paper): string {
  const basis = person.authorityBasis && enumWord(catalog, 'authorityBasis', person.authorityBasis)
  const about = [person.position, basis].filter(Boolean).join(', ')
  return about ? `${person.name} (${about})` : (person.name ?? '')
}

type SignatoryField = keyof Signatory & string

function signatoryFacts(
  person: Signatory,
  inlines: Inline[],
  fields: readonly SignatoryField[],
  paper: Paper,
): Inline[] {
  return withFacts(inlines, person, recordFields('signatories', person, fields, 'signatory', paper), paper)
}

function decisionOf(party: Party): string {
  const date = party.decisionDate && formatDate(party.decisionDate)
  return [party.decisionBody, date, party.decisionReference].filter(Boolean).join(', ')
}

/** One block to sign per party, with room for as many as must sign, and by hand for those not named yet. */
export function drawSignatures(paper: Paper): SignatureEntry[] {
  const { body, catalog } = paper
  const labels = {
    name: paperWord(catalog, 'name'),
    position: paperWord(catalog, 'position'),
    place: paperWord(catalog, 'place'),
    date: paperWord(catalog, 'date'),
    signature: paperWord(catalog, 'signature'),
  }
  return body.parties.map((party) => {
    const people = body.signatories.filter((signatory) => signatory.partyId === party.id)
    const named = people.map((person) => toSignatory(person, paper))
    // An agreement from outside may name any number; more than a page of empty lines helps nobody.
    const missing = Math.min(20, party.requiredSignatories ?? 1) - named.length
    const byHand = Array.from({ length: Math.max(missing, named.length === 0 ? 1 : 0) }, () =>
      toSignatory(null, paper),
    )
    return {
      partyId: party.id,
      partyName: partyName(party, paper),
      signatories: [...named, ...byHand],
      labels,
    }
  })
}

function toSignatory(person: Signatory | null, paper: Paper): SignatureEntry['signatories'][number] {
  if (person === null) return { signatoryId: null, name: [], position: [] }
  const shown = (field: 'name' | 'position') =>
    signatoryFacts(person, textInlines(person[field]), [field], paper)
  return { signatoryId: person.id, name: shown('name'), position: shown('position') }
}
