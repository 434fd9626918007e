import type { Doc } from 'yjs'
import type { Finding } from '../../../shared/advice/finding.ts'
import type { RuleStep } from '../../../shared/advice/rule-texts.ts'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { computedAmount } from '../../../shared/agreement/checks/computed-amount.ts'
import { fieldsOf, LISTS } from '../../../shared/agreement/schema-walk.ts'
import { fieldAt, maybeFieldAt } from '../../../shared/document/address.ts'
import { addRecord, longTextAt, replaceLongText, setField } from '../../../shared/document/edit.ts'

/** What a step did: the addresses where the person goes on, best first. Empty when there is nothing to fill in. */
export type StepTaken = { goOn: string[] }

type AboutFinding = Pick<Finding, 'items' | 'targets'>

/**
 * Takes the step that an advice offers, as one change of the text. Steps that only lead somewhere (`go_to`, `pick_task`, `answer`)
 * change nothing and give the places of the finding.
 */
export function takeStep(doc: Doc, body: AgreementBody, step: RuleStep, finding: AboutFinding): StepTaken {
  switch (step.kind) {
    case 'add_row':
      return addRow(doc, body, step, finding)
    case 'take_over_text':
      takeOverText(doc, step.field, step.text)
      return { goOn: [step.field] }
    case 'set_value':
      setField(doc, step.field, step.value)
      return { goOn: fillable(finding.targets) }
    case 'compute':
      computeAmounts(doc, body, finding.items)
      return { goOn: fillable(finding.targets) }
    default:
      return { goOn: fillable(finding.targets) }
  }
}

/** The targets where one value is filled in; the others are whole lists. */
export function fillable(targets: readonly string[]): string[] {
  const kinds = ['scalar', 'longText', 'set']
  return targets.filter((target) => kinds.includes(maybeFieldAt(target)?.field.layout.kind ?? ''))
}

/** The targets that are whole lists. */
export function listsAmong(targets: readonly string[]): string[] {
  return targets.filter((target) => LISTS.has(target))
}

type AddRow = Extract<RuleStep, { kind: 'add_row' }>

function addRow(doc: Doc, body: AgreementBody, step: AddRow, finding: AboutFinding): StepTaken {
  const list = LISTS.get(step.list)
  if (list === undefined) throw new RangeError(`takeStep: an agreement has no list ${step.list}`)
  const values = { ...startValues(step.list, body, finding), ...step.values }
  const partyId = partyAmong(finding.items, body)
  const isByParty = list.key === 'partyId'
  if (isByParty && partyId === null) return { goOn: [] }
  const id = addRecord(doc, step.list, isByParty && partyId !== null ? { key: partyId, values } : { values })
  return { goOn: fieldsToFill(step.list).map((name) => `${step.list}.${id}.${name}`) }
}

/** Fields of a record that point at its own party. */
const OWNERS = ['partyId', 'responsiblePartyId', 'leadPartyId', 'toPartyId']
/** Sets that everybody belongs in until somebody says otherwise. */
const EVERYBODY = ['partyIds', 'partyIdsAlways']

/** What a new row of a list starts with: the party that the finding is about, and everybody where everybody belongs. */
export function startValues(
  listPath: string,
  body: AgreementBody,
  { items }: Pick<Finding, 'items'>,
): Record<string, unknown> {
  const list = LISTS.get(listPath)
  if (list === undefined) return {}
  const names = fieldsOf(list.record, list.key).map(({ name }) => name)
  const partyId = partyAmong(items, body)
  const owner = OWNERS.find((name) => names.includes(name))
  const everybody = EVERYBODY.filter((name) => names.includes(name))
  const present = body.parties.filter(({ leftOn }) => !leftOn).map(({ id }) => id)
  return {
    ...(owner && partyId ? { [owner]: partyId } : {}),
    ...Object.fromEntries(everybody.map((name) => [name, present])),
  }
}

function partyAmong(items: readonly string[], { parties }: AgreementBody): string | null {
  return items.find((item) => parties.some(({ id }) => id === item)) ?? null
}

/** The fields of a record that can be filled in on a form. */
function fieldsToFill(listPath: string): string[] {
  const list = LISTS.get(listPath)
  return list === undefined
    ? []
    : fieldsOf(list.record, list.key)
        .filter(({ layout }) => ['scalar', 'longText', 'set'].includes(layout.kind))
        .map(({ name }) => name)
}

/** What stands there already stays; the words come behind it. */
function takeOverText(doc: Doc, address: string, words: string): void {
  if (fieldAt(address).field.layout.kind !== 'longText') {
    setField(doc, address, words)
    return
  }
  const text = longTextAt(doc, address)
  if (text === null) return
  const now = text.toString()
  if (now.includes(words)) return
  replaceLongText(doc, text, now.trim() === '' ? words : `${now}\n${words}`)
}

function computeAmounts(doc: Doc, body: AgreementBody, items: readonly string[]): void {
  for (const line of body.financing.lines) {
    const amount = items.includes(line.id) ? computedAmount(line) : null
    if (amount !== null) setField(doc, `financing.lines.${line.id}.amount`, amount)
  }
}
