import { randomId } from '../../../shared/document/edit.ts'
import type { ProposalsView } from '../../../shared/protocol/endpoints-proposals.ts'
import type { ParagraphAt, ProposedBy, SuggestMode, SuggestSaid } from '../../editor/index.ts'
import { openIn } from './proposals-room.ts'

/** What the mode asks of the screen around it; read when it is asked, since editors live longer than a drawing. */
export type ModeParts = {
  view: ProposalsView | null
  ownId: string
  sayAuthor: (proposal: ProposalsView['open'][number]) => ProposedBy
  askParagraph: (at: ParagraphAt) => void
  proposeRemoval: (at: ParagraphAt) => void
  proposeKind: SuggestMode['proposeKind']
  open: (place: string) => void
}

/** The article or annex that the name of a text is of: `article:<id>`. */
export const placeOfText = (name: string): string => name.slice(name.indexOf(':') + 1)

/** How long good news stays (ms): well over the time to read it. It stands in the list all the same. */
const GOOD_NEWS = 6000

const KEY = 'handslag.proposing'

/** Writing or proposing on this device; `parts` gives what is known now, and `changed` is told when that is something else. */
export function createSuggestMode(parts: () => ModeParts): SuggestMode & { changed(): void } {
  const listeners = new Set<() => void>()
  const made = new Set<string>()
  let isOn = remembered()
  let said: SuggestSaid | null = null
  let version = 0
  /** Who proposed what, by text. Each letter that is typed in a text asks for all of it. */
  const authors = new Map<string, ReadonlyMap<string, ProposedBy>>()
  const tell = () => {
    version += 1
    for (const listener of [...listeners]) listener()
  }
  const authorsIn = (text: string) => {
    const known = authors.get(text)
    if (known !== undefined) return known
    const { view, sayAuthor } = parts()
    const made = new Map(openIn(view, placeOfText(text)).map((each) => [each.id, sayAuthor(each)]))
    authors.set(text, made)
    return made
  }
  let letGo: ReturnType<typeof setTimeout> | undefined
  const say = (next: SuggestSaid | null) => {
    if (next === said) return
    said = next
    // A transaction is on its way: what listens may make one of its own.
    queueMicrotask(tell)
  }
  return {
    changed: () => {
      authors.clear()
      tell()
    },
    isOn: () => isOn,
    set: (next) => {
      isOn = next
      said = null
      remember(next)
      tell()
    },
    guardsParagraphs: () => parts().view?.rules.guardsParagraphs ?? false,
    ownKey: () => parts().ownId,
    newId: () => {
      const id = randomId().slice(0, 20)
      made.add(id)
      return id
    },
    isOwn: (id) =>
      made.has(id) || (parts().view?.open.some((each) => each.id === id && each.mayWithdraw) ?? false),
    authorOf: (place, id) => authorsIn(place).get(id) ?? null,
    key: (place) => JSON.stringify([...authorsIn(place)]),
    said: () => said,
    say: (next) => {
      clearTimeout(letGo)
      if (next === 'sent') letGo = setTimeout(() => say(null), GOOD_NEWS)
      say(next)
    },
    askParagraph: (at) => parts().askParagraph(at),
    proposeRemoval: (at) => parts().proposeRemoval(at),
    proposeKind: (at, kind) => parts().proposeKind(at, kind),
    open: (place) => parts().open(placeOfText(place)),
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}

function remember(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'yes' : 'no')
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
