import type { TextTable } from '../../text/index.ts'
import type { OutlineEntry, PartyEntry } from '../agreement/overview-of.ts'
import type { PresentPerson } from '../agreement/people.ts'
import { partyName } from '../agreement/people-list.tsx'

/** An article that somebody shows to everybody. */
export type Presented = { person: PresentPerson; entry: OutlineEntry }

/** What is shown now: by the one who is followed (`followedId`), else by the first by name. What is not in the text is not shown. */
export function presentedIn(
  people: readonly PresentPerson[],
  entries: readonly OutlineEntry[],
  followedId: string | null,
): Presented | null {
  const all = people.flatMap((person) => {
    const entry = entries.find(({ id }) => id === person.presents)
    return entry === undefined ? [] : [{ person, entry }]
  })
  return all.find(({ person }) => person.personId === followedId) ?? all[0] ?? null
}

/** How an article is called in a sentence: "artikel 4", "bijlage 2", or its heading where it has no number. */
export function calledInText({ kind, number, heading }: OutlineEntry, { paper }: TextTable): string {
  if (number === null) return paper.unnumbered(heading)
  return kind === 'article' ? paper.articleNumber(number) : paper.annexNumber(number)
}

/** Who shows what, and whether this page goes along; `you` is the person of this page. */
export function saidOf(
  { person, entry }: Presented,
  isFollowing: boolean,
  { you, parties }: { you: { personId: string }; parties: readonly PartyEntry[] },
  text: TextTable,
): string {
  const { line } = text.meeting
  const article = calledInText(entry, text)
  if (person.personId === you.personId)
    return isFollowing ? line.followingOther(article) : line.otherShows(article)
  const who = calledWho(person, parties, text)
  return isFollowing ? line.following(who, article) : line.shows(who, article)
}

/** How who leads is called: by the party, else by name. */
export function calledWho(
  { name, partyId }: Pick<PresentPerson, 'name' | 'partyId'>,
  parties: readonly PartyEntry[],
  { everywhere, leading }: TextTable,
): string {
  const party = parties.find(({ id }) => id === partyId)
  return party === undefined ? name || leading.somebody : partyName(party, everywhere.unnamedParty)
}
