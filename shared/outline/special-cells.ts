import { clusterLabel } from './clusters.ts'
import { formatDate, formatNumber } from './format.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Inline } from './outline.ts'
import { type PaperWord, paperWord } from './paper-words.ts'
import { callParty, partyById } from './parties.ts'
import type { ListRecord } from './record-cells.ts'

type Drawer = (record: ListRecord, paper: Paper) => Inline[]

/** Cells that show more than their field's value, or what is worked out: by list path and field. */
export const SPECIAL_CELLS: Readonly<Record<string, Drawer>> = {
  'focusFactors.factorId': (record, paper) => factor(record, paper).label,
  'focusFactors.cluster': (record, paper) => factor(record, paper).cluster,
  'focusFactors.scores': scores,
  'tasks.startDate': dated('startDate', 'fromDate'),
  'tasks.dueDate': dated('dueDate', 'dueDate'),
  'tasks.title': (record) => textInlines(text(record.title)),
  'governance.projectLeads.partyId': (record, { body, catalog }) =>
    textInlines(partyById(String(record.partyId), body, catalog)),
  'safety.meldcode.partyId': (record, { body, catalog }) =>
    textInlines(partyById(String(record.partyId), body, catalog)),
  'governance.projectLeads.position': (record, { body }) =>
    textInlines(body.contacts.find((contact) => contact.id === record.contactId)?.position ?? null),
  'disputes.steps.withinDays': (record, { catalog }) =>
    typeof record.withinDays === 'number'
      ? textInlines(paperWord(catalog, 'withinDays', { days: formatNumber(record.withinDays) }))
      : [],
  'definitions.term': (record) => textInlines(text(record.term), ['bold']),
  'parties.shortName': (record, { catalog }) =>
    record.shortName
      ? textInlines(`${paperWord(catalog, 'hereafter').toLowerCase()}: `).concat(
          textInlines(text(record.shortName), ['bold']),
        )
      : [],
  'annexes.title': (record) => textInlines(text(record.title)),
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function factor(record: ListRecord, { catalog }: Paper): { label: Inline[]; cluster: Inline[] } {
  const found = catalog.factors.find((candidate) => candidate.id === record.factorId)
  return {
    label: textInlines(found?.label ?? String(record.factorId)),
    cluster: found ? textInlines(clusterLabel(found.clusterId, catalog, null)) : [],
  }
}

/** From so many parties on a line for each would make the table long. */
const SCORES_ON_LINES = 4

/** Who gave which score. */
function scores(record: ListRecord, { body, catalog }: Paper): Inline[] {
  const given = own(body.factorScores, String(record.factorId)) ?? {}
  const lines = body.parties.flatMap((party) => {
    const score = own(given, party.id)
    return score === undefined ? [] : `${callParty(party, catalog)}: ${score}`
  })
  return textInlines(lines.join(lines.length > SCORES_ON_LINES ? '; ' : '\n'))
}

/** A key that somebody wrote may be `constructor`. */
function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

function dated(field: string, word: PaperWord): Drawer {
  return (record, { catalog }) => {
    const date = text(record[field])
    return date ? textInlines(paperWord(catalog, word, { date: formatDate(date) })) : []
  }
}
