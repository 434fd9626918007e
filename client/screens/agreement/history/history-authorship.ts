import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { maybeSeedClient } from '../../../../shared/document/layout.ts'
import type { Author } from '../../../../shared/protocol/endpoints-history.ts'
import { presence } from '../../../../shared/protocol/live.ts'
import type { Authorship, PassageAuthor } from '../../../editor/index.ts'
import { initialsOf } from '../../../ui/party-mark.tsx'

/** A person as the history knows them. */
export type Person = { personId: string; name: string; partyId: string | null }
/** A party as it is called, and the place that gives it its colour. */
export type NamedParty = { id: string; index: number; name: string }

/** What is known of who wrote here. */
export type KnownPeople = {
  authors: readonly Author[]
  parties: readonly NamedParty[]
  you: Person
  /** What somebody is called of whom nothing is known. */
  unknown: string
}

export type PaperAuthorship = Authorship & {
  show(isShown: boolean): void
  know(known: KnownPeople): void
}

/**
 * Who wrote what on the paper. Client ids are told by the server, which bound them; those that came since by who is here now. Words that
 * are nobody's and stand there since the agreement began are left unmarked. `onStranger` is called once for each client that is
 * unknown: the server may know it by now.
 */
export function createAuthorship(doc: Doc, awareness: Awareness, onStranger: () => void): PaperAuthorship {
  const listeners = new Set<() => void>()
  const asked = new Set<number>()
  let known: KnownPeople | null = null
  let people: ReadonlyMap<number, Person> = new Map()
  let isShown = false
  let version = 0
  const tell = () => {
    version++
    for (const listener of [...listeners]) listener()
  }
  const personOf = (clientId: number): Person | null =>
    (clientId === doc.clientID ? known?.you : people.get(clientId)) ?? personHere(awareness, clientId)
  const ask = (clientId: number) => {
    if (asked.has(clientId)) return
    asked.add(clientId)
    queueMicrotask(onStranger)
  }
  return {
    isShown: () => isShown,
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    show: (next) => {
      if (next === isShown) return
      isShown = next
      tell()
    },
    know: (next) => {
      known = next
      people = new Map(next.authors.flatMap((author) => author.clientIds.map((id) => [id, author] as const)))
      tell()
    },
    authorOf: (clientId) => {
      const person = personOf(clientId)
      if (person !== null) return authorFrom(person, known?.parties ?? [])
      if (clientId === maybeSeedClient(doc)) return null
      ask(clientId)
      return strangerCalled(known?.unknown ?? '')
    },
  }
}

function personHere(awareness: Awareness, clientId: number): Person | null {
  const state = presence.safeParse(awareness.getStates().get(clientId))
  return state.success ? state.data.user : null
}

function authorFrom({ personId, name, partyId }: Person, parties: readonly NamedParty[]): PassageAuthor {
  const party = parties.find(({ id }) => id === partyId)
  return {
    key: personId,
    name,
    initials: initialsOf(name),
    party: party?.name ?? null,
    partyIndex: party?.index ?? null,
  }
}

const strangerCalled = (name: string): PassageAuthor => ({
  key: '',
  name,
  initials: '?',
  party: null,
  partyIndex: null,
})
