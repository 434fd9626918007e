import type { ProposedChange } from '../../../shared/agreement/proposed-change.ts'
import type { OpenProposal, Proposed } from '../../../shared/protocol/endpoints-proposals.ts'
import type { ProposedBy } from '../../editor/index.ts'
import { joinNames, useLanguage, useText } from '../../text/index.ts'
import { initialsOf } from '../../ui/party-mark.tsx'
import { useArticleRoom } from '../agreement/articles/article-room.ts'
import { sayMoment } from '../agreement/history/moment.ts'
import type { Around } from '../agreement/workspace.tsx'
import { sayHands } from '../returned/say-hands.ts'
import { sayChange, sayingIn, sayStanding } from './say-change.ts'

type Told = Pick<OpenProposal, 'authors' | 'at' | 'accordingTo'>
type Person = Told['authors'][number]

/** How proposals, their people and their times are called on the screen. */
export function useSayProposal(around: Around) {
  const { proposals: words, returned, history, everywhere } = useText()
  const { language } = useLanguage()
  const { parties, entries } = around.overview
  const person = ({ name, partyId }: Person): string => {
    const party = parties.find(({ id }) => id === partyId)
    const partyName = party && (party.name || party.roleWord || everywhere.unnamedParty)
    return partyName ? `${name || words.nobody}, ${partyName}` : name || words.nobody
  }
  const moment = (at: string | null): string =>
    at === null ? words.unknownMoment : sayMoment(at, history, language, new Date())
  const people = (authors: readonly Person[]): string =>
    authors.length === 0 ? words.nobody : joinNames(authors.map(person), language)
  const heading = (id: string | null): string => {
    const entry = entries.find((each) => each.id === id)
    if (!entry) return ''
    return [entry.number, entry.heading].filter((part) => part).join(' ')
  }
  const by = ({ authors, at, accordingTo }: Told): string => {
    const said = words.by(people(authors), moment(at))
    return accordingTo.length === 0
      ? said
      : `${said}, ${returned.accordingTo(sayHands(accordingTo, language))}`
  }
  const say = sayingIn(useArticleRoom(), words.empty)
  return {
    by,
    people,
    person,
    moment,
    heading,
    author: (proposal: OpenProposal): ProposedBy => {
      const { authors } = proposal
      const [first] = authors
      const index = parties.findIndex(({ id }) => id === first?.partyId)
      return {
        initials: initialsOfAll(authors),
        said: by(proposal),
        partyIndex: index < 0 ? null : index,
      }
    },
    /** What is proposed in one line: the words that would come, or else those that would go. */
    inShort: (what: Proposed): string => {
      if (what.kind === 'words') return what.inserted || what.deleted
      const { about, out, into } = sayChange(what.change, what.base, { ...say, heading })
      return [words.kinds[what.change.kind], about, into ?? out ?? ''].filter((part) => part).join(', ')
    },
    /** The kind of a change, and what it would take out and put in. */
    change: (change: ProposedChange, base: unknown) => sayChange(change, base, { ...say, heading }),
    standing: (change: ProposedChange, now: unknown) => sayStanding(change, now, { ...say, heading }),
  }
}

/** By the same initials as where it says who wrote what: nobody looks for two people. */
export const initialsOfAll = (authors: readonly { name: string }[]): string =>
  authors.map(({ name }) => initialsOf(name)).join('+') || '?'
