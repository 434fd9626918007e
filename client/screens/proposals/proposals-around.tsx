import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ProposedChange } from '../../../shared/agreement/proposed-change.ts'
import { randomId } from '../../../shared/document/edit.ts'
import { isProposableList } from '../../../shared/document/proposed-change.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { OpenProposal, ProposalsView } from '../../../shared/protocol/endpoints-proposals.ts'
import { type CallFailure, call, callOrRecall, failureOf } from '../../connection/index.ts'
import type { ParagraphAt, SuggestSaid } from '../../editor/index.ts'
import { useText } from '../../text/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { articleOf } from '../agreement/comments/thread-place.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import type { Around } from '../agreement/workspace.tsx'
import { useFollowed } from '../use-followed.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import { useAskedInAddress } from './asked-in-address.ts'
import { decideProposals, sayDecided } from './decide-proposals.ts'
import { ProposalList } from './proposal-list.tsx'
import { type ProposalsRoom, ProposalsRoomProvider, type Said } from './proposals-room.ts'
import { anchorOf } from './say-change.ts'
import { createSuggestMode, type ModeParts, placeOfText } from './suggest-mode-here.ts'
import { useSayProposal } from './use-say-proposal.ts'
import { useWordsNow } from './use-words-now.ts'

type Props = { around: Around; open: OpenAgreement; canWrite: boolean; children: ReactNode }

/** Fetches and follows the proposals of an agreement for all that stands in it, and holds the dialogs that make one. */
export function ProposalsAround({ around, open, canWrite, children }: Props) {
  const { proposals: words, everywhere } = useText()
  const { agreementId, you } = around
  const [asked, setAsked] = useState<Asked | null>(null)
  const [listAt, setListAt] = useState<{ place: string | null } | null>(null)
  const [said, keepSaid] = useState<Said | null>(null)
  // The same sentence once more is told once more.
  const setSaid = useCallback(
    (sentence: string | null) =>
      keepSaid((before) => (sentence === null ? null : { sentence, count: (before?.count ?? 0) + 1 })),
    [],
  )
  const at = useMemo(() => ({ params: { id: agreementId } }), [agreementId])
  const load = useCallback(() => callOrRecall(agreementId, endpoints.getProposals, at), [agreementId, at])
  const followed = useFollowed(open.live, 'proposals', load)
  const { value: kept, change, refresh } = followed
  const view = usePlaced(kept, open)
  useWordsNow(open, followed)
  const say = useSayProposal(around)
  const parts = useRef<ModeParts | null>(null)
  const [mode] = useState(() =>
    createSuggestMode(() => {
      if (parts.current === null) throw new Error('the mode is asked after the screen around it is drawn')
      return parts.current
    }),
  )

  const isKnown = view !== null
  const send = useCallback(
    async (...changes: readonly ProposedChange[]) => {
      try {
        for (const each of changes) {
          const next = await call(endpoints.makeProposal, { ...at, body: { id: randomId(), change: each } })
          change(() => next)
        }
        if (!isKnown) refresh()
        // Said above the text alone: who listens would hear it from the list too.
        setSaid(null)
        // That leaving out was made a proposal says more.
        if (mode.said() !== 'guarded') mode.say('sent')
      } catch (thrown) {
        const why = whyNotSent(failureOf(thrown))
        setSaid(null)
        mode.say(why)
        refresh()
      }
    },
    [at, change, refresh, isKnown, mode, setSaid],
  )
  const aboutParagraph = ({ place, index, seen }: ParagraphAt) => ({
    articleId: placeOfText(place),
    index,
    seen,
  })
  parts.current = {
    view,
    ownId: you.personId,
    sayAuthor: say.author,
    askParagraph: (paragraph) => setAsked({ kind: 'paragraph', at: paragraph }),
    proposeRemoval: (paragraph) => void send({ kind: 'paragraph-remove', ...aboutParagraph(paragraph) }),
    proposeKind: (paragraph, kind) =>
      void send({ kind: 'paragraph-kind', ...aboutParagraph(paragraph), paragraph: { kind, level: 0 } }),
    open: (place) => setListAt({ place }),
  }
  useAskedInAddress(mode)
  const { parties } = around.overview
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks are named again when what is known changed, or what it is called
  useEffect(() => mode.changed(), [mode, view, parties, words])

  const { role } = you
  const room = useMemo<ProposalsRoom>(
    () => ({
      view,
      mode,
      mayPropose: canWrite,
      mayChangeRules: role === 'facilitator',
      said,
      propose: send,
      decide: async (chosen, outcome) => {
        try {
          const onView = (next: ProposalsView) => change(() => next)
          const results = await decideProposals(agreementId, open.live.doc, chosen, outcome, onView)
          setSaid(sayDecided(results, outcome, words))
        } catch {
          setSaid(words.failed)
          refresh()
        }
      },
      reopen: async ({ id }) => {
        try {
          const body = { decisionId: randomId(), proposalId: id }
          const next = await call(endpoints.reopenProposal, { ...at, body })
          change(() => next)
          setSaid(words.results.reopened)
        } catch (thrown) {
          setSaid(isPast(failureOf(thrown)) ? words.results.notReopened : words.failed)
          refresh()
        }
      },
      changeRules: async (body) => {
        try {
          const next = await call(endpoints.changeProposalRules, { ...at, body })
          change(() => next)
        } catch {
          setSaid(words.failed)
        }
      },
      askArticle: (after) => setAsked({ kind: 'article', after }),
      askFact: (address) => setAsked({ kind: 'fact', address }),
      askRow: (row) =>
        setAsked(
          row.rowId !== null || isProposableList(row.list) ? { kind: 'row', row } : { kind: 'notHere' },
        ),
      removeRow: (list, rowId) => {
        if (isProposableList(list)) void send({ kind: 'row-remove', list, rowId })
        else setAsked({ kind: 'notHere' })
      },
      openList: (place) => setListAt({ place }),
    }),
    [view, mode, canWrite, role, said, setSaid, send, open, agreementId, at, change, refresh, words],
  )
  return (
    <ProposalsRoomProvider value={room}>
      {children}
      {asked === null ? null : <AskDialog asked={asked} onClose={() => setAsked(null)} />}
      <Dialog
        look="sheet"
        title={words.title}
        closeLabel={everywhere.close}
        isOpen={listAt !== null}
        onClose={() => setListAt(null)}
      >
        {listAt === null ? null : (
          <ProposalList around={around} place={listAt.place} onGone={() => setListAt(null)} />
        )}
      </Dialog>
    </ProposalsRoomProvider>
  )
}

/** What is proposed of a fact or a row stands at the article that shows it. */
function usePlaced(view: ProposalsView | null, { observed }: OpenAgreement): ProposalsView | null {
  return useMemo(() => {
    if (view === null) return null
    const body = observed.get()
    const placed = <P extends Pick<OpenProposal, 'place' | 'what'>>(proposal: P): P => {
      const { place, what } = proposal
      if (place !== null || what.kind !== 'change') return proposal
      const anchor = anchorOf(what.change)
      return anchor === null ? proposal : { ...proposal, place: articleOf(anchor, body) }
    }
    return { ...view, open: view.open.map(placed), decided: view.decided.map(placed) }
  }, [view, observed])
}

/** Why a proposal was not kept, as it is said beside the text. */
function whyNotSent(failure: CallFailure): SuggestSaid {
  if (failure.kind !== 'problem') return 'notSent'
  if (failure.name === 'changed-meanwhile') return 'changed'
  return failure.name === 'too-many-proposals' ? 'tooMany' : 'notAllowed'
}

/** What was decided can not be taken back any more: the text went on. */
export function isPast(failure: CallFailure): boolean {
  return failure.kind === 'problem' && ['changed-meanwhile', 'unknown-proposal'].includes(failure.name)
}
