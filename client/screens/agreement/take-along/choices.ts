import type { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { Role } from '../../../../shared/protocol/participant.ts'
import type { CallInput } from '../../../connection/index.ts'
import type { TextTable } from '../../../text/index.ts'
import type { IconName } from '../../../ui/icon.tsx'

/** What the export endpoint is asked for. */
export type FileQuery = NonNullable<CallInput<typeof endpoints.exportAgreement>['query']>

type Texts = TextTable['takeAlong']
type Group = keyof Texts['groups']

/** What decides whether a file can be had at this moment. */
export type Situation = {
  isFixed: boolean
  /** Whether the server has an office program; true as long as nobody could say. */
  hasOffice: boolean
}

export type FileChoice = {
  /** Its name and its line of words in the text tables. */
  key: keyof Texts['files']
  /** The heading under which it stands. */
  group: Group
  query: FileQuery
  /** Whether this device can make it when the server can not be reached. */
  onDevice?: true
  /** Who gets to see it; absent: everybody who reads the agreement. The server decides anew what anybody gets. */
  forWhom?: readonly Role[]
  /** Why it cannot be had now; null when it can. */
  whyNot?: (situation: Situation) => keyof Texts['whyNot'] | null
}

/**
 * Every file of the agreement that the screen offers, in this order within its group. One more is a row here, and its words
 * in `takeAlong.files` of every language.
 */
export const FILES: readonly FileChoice[] = [
  { key: 'word', group: 'read', query: { format: 'docx' }, onDevice: true },
  { key: 'summary', group: 'read', query: { format: 'docx', variant: 'summary' } },
  { key: 'public', group: 'read', query: { format: 'docx', variant: 'public' } },
  {
    key: 'wordToSign',
    group: 'read',
    query: { format: 'docx', variant: 'signing' },
    whyNot: ({ isFixed }) => (isFixed ? null : 'open'),
  },
  {
    key: 'pdf',
    group: 'read',
    query: { format: 'pdf' },
    whyNot: ({ hasOffice }) => (hasOffice ? null : 'noOffice'),
  },
  {
    key: 'wordToWorkOn',
    group: 'work',
    query: { format: 'docx', remarks: 'shared' },
    // Nobody works any more in a text that is fixed.
    whyNot: ({ isFixed }) => (isFixed ? 'fixed' : null),
  },
  {
    key: 'form',
    group: 'work',
    query: { format: 'docx', variant: 'form' },
    whyNot: ({ isFixed }) => (isFixed ? 'fixed' : null),
  },
  { key: 'publicHtml', group: 'elsewhere', query: { format: 'html', variant: 'public' } },
  {
    key: 'odt',
    group: 'work',
    query: { format: 'odt' },
    whyNot: ({ hasOffice }) => (hasOffice ? null : 'noOffice'),
  },
  { key: 'html', group: 'elsewhere', query: { format: 'html' } },
  { key: 'json', group: 'elsewhere', query: { format: 'json' }, forWhom: ['facilitator'] },
]

/** A place where something else can be taken along, or brought back. */
export type TakeAlongWay = {
  /** Its name and its line of words in the text tables. */
  key: keyof Texts['ways']
  icon: IconName
  /** The last part of the address, behind that of the agreement. */
  at: string
  forWhom?: readonly Role[]
}

/** Under the files: the screens that print, or take along something of their own. */
export const WAYS: readonly TakeAlongWay[] = [
  { key: 'print', icon: 'print', at: 'voorbeeld' },
  { key: 'openPoints', icon: 'calendar', at: 'open-punten' },
  { key: 'compare', icon: 'page', at: 'versies' },
  { key: 'consultation', icon: 'people', at: 'achterban' },
  { key: 'bringBack', icon: 'upload', at: 'terugbrengen', forWhom: ['facilitator', 'writer'] },
]

/** The headings in the order in which they stand. */
export const GROUPS: readonly Group[] = ['read', 'work', 'elsewhere']

/** Whether somebody in this role gets to see a row. */
export function isFor(role: Role, { forWhom }: { forWhom?: readonly Role[] }): boolean {
  return forWhom === undefined || forWhom.includes(role)
}
