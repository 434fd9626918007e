import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { followTextActs, type TextAct } from '../../../../shared/document/text-acts.ts'
import type { Authorship, PassageAuthor } from '../../../editor/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { useProposals } from '../../proposals/proposals-room.ts'
import { useArticleRoom } from '../articles/article-room.ts'
import { useHistoryRoom } from '../history/history-room.ts'
import { nameOfEntry } from '../history/name-of-place.ts'
import type { OpenAgreement } from '../use-live.ts'
import type { Around } from '../workspace.tsx'
import { Notice } from './notice.tsx'
import { useStandsIn } from './use-stands-in.ts'

/** What another did with the text somebody stood in: how it was called and which one of its kind it was. */
type Told = TextAct & { by: number; name: string; index: number }

/**
 * Tells who stands in an article or annex that another took it out or moved it: the words went from under their hands, or stand elsewhere. It leads
 * there, or puts it back; who may not, to the history.
 */
export function TextActNotice({ around, open }: { around: Around; open: OpenAgreement }) {
  const { told, close } = useToldActs(around, open)
  const newest = told.at(-1)
  const author = useAuthorOf(newest?.by ?? null)
  const { articles, history, leading, paper } = useText()
  const { entries } = around.overview
  if (newest === undefined || author?.key === around.you.personId) return null
  const { id, kind, name } = newest
  const who =
    author === null || author.key === ''
      ? leading.somebody
      : articles.byOther.who(author.name || leading.somebody, author.party)
  const entry = entries.find((each) => each.id === id)
  // What is drawn is a moment behind the document.
  if ((kind === 'removed') !== (entry === undefined)) return null
  if (entry === undefined) {
    return (
      <Notice key={id} said={articles.byOther.removed(who, name)} onClose={close}>
        <WayBack act={newest} onDone={close} />
      </Notice>
    )
  }
  if (placeOf(around, id) === newest.index) return null
  const { number } = entry
  const called =
    number === null
      ? null
      : entry.kind === 'article'
        ? paper.articleNumber(number)
        : paper.annexNumber(number)
  return (
    <Notice key={id} said={articles.byOther.moved(who, name, called)} onClose={close}>
      <Button look="primary" onPress={() => around.goTo(id)}>
        {history.putBack.go}
      </Button>
    </Notice>
  )
}

/** Who writes puts it back where it stood; who proposes or reads finds in the history what became of it. */
function WayBack({ act, onDone }: { act: Told; onDone: () => void }) {
  const { articles, history } = useText()
  const room = useArticleRoom()
  const { mode } = useProposals()
  const isProposing = useSyncExternalStore(mode.subscribe, mode.isOn)
  const past = useHistoryRoom()
  if (room === null || !room.canWrite || isProposing)
    return <Button onPress={past.open}>{history.title}</Button>
  const putBack = () => {
    room.putBack(act.list, act.id)
    onDone()
  }
  return (
    <Button look="primary" onPress={putBack}>
      {articles.byOther.putBack}
    </Button>
  )
}

/** What others did with the text this person stood in and what is not closed yet, the newest last, and the way to close that one. */
function useToldActs(around: Around, { live }: OpenAgreement): { told: readonly Told[]; close: () => void } {
  const texts = useText()
  const { authorship } = useHistoryRoom()
  const standsIn = useStandsIn()
  const [told, setTold] = useState<readonly Told[]>([])
  const latest = useRef({ around, texts, authorship })
  latest.current = { around, texts, authorship }
  useEffect(
    () =>
      followTextActs(live.doc, (act) => {
        const { around, texts, authorship } = latest.current
        const entry = around.overview.entries.find(({ id }) => id === act.id)
        const { by } = act
        const isTold =
          by !== null &&
          act.kind !== 'back' &&
          entry !== undefined &&
          standsIn() === act.id &&
          !isOwn(authorship, by, around)
        setTold((all) => {
          const others = all.filter(({ id }) => id !== act.id)
          if (isTold) {
            // Told of already, it counts from where it stood then: moved back, there is nothing to tell.
            const index = all.find(({ id }) => id === act.id)?.index ?? placeOf(around, act.id)
            return [...others, { ...act, by, name: nameOfEntry(entry, texts), index }]
          }
          return others.length === all.length ? all : others
        })
      }),
    [live.doc, standsIn],
  )
  return { told, close: () => setTold((all) => all.slice(0, -1)) }
}

/** Another page of the same person tells them nothing new. */
const isOwn = (authorship: Authorship, by: number, { you }: Around) =>
  authorship.authorOf(by)?.key === you.personId

const placeOf = ({ overview }: Around, id: string) => overview.entries.findIndex((each) => each.id === id)

/** Who is behind a Yjs client, followed: the server may tell later. */
function useAuthorOf(clientId: number | null): PassageAuthor | null {
  const { authorship } = useHistoryRoom()
  useSyncExternalStore(authorship.subscribe, authorship.version)
  return clientId === null ? null : authorship.authorOf(clientId)
}
