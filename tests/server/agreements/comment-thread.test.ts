import { describe, expect, test } from 'vitest'
import { mentionedIn, shownThread } from '../../../server/agreements/comment-thread.ts'
import { mentionOf } from '../../../shared/protocol/mention.ts'

const by = (personId: string) => ({ personId, partyId: 'p1', at: '2026-11-26T10:00:00.000Z' })
const people = [
  { personId: 'fatima', name: 'Fatima', state: 'active' },
  { personId: 'gone', name: 'Voor Bij', state: 'removed' },
  { personId: 'waits', name: 'Wacht', state: 'waiting' },
]
const anchor = JSON.stringify({ kind: 'article', articleId: 'a1', quote: 'Doel' })
const thread = { id: 't', audience: 'party:p1', anchor, state: 'open', stateBy: null }
const said = (id: string, text: string, removedAt: string | null = null) => ({
  id,
  threadId: 't',
  by: by('fatima'),
  text,
  changedAt: null,
  removedAt,
})

describe('a thread as it is shown', () => {
  test('names who is mentioned by the name of now, and nobody who waits to be let in or was never here', () => {
    const text = ['fatima', 'gone', 'waits', 'stranger', 'fatima'].map(mentionOf).join(' ')
    expect(mentionedIn(text)).toEqual(['fatima', 'gone', 'waits', 'stranger'])
    expect(shownThread(thread, [said('c', text)], people)?.comments[0]?.mentions).toEqual([
      { personId: 'fatima', name: 'Fatima' },
      { personId: 'gone', name: 'Voor Bij' },
    ])
  })

  test('keeps the place of a comment that was taken away, and is gone when all of them are', () => {
    const away = said('c1', '', '2026-11-26T11:00:00.000Z')
    expect(shownThread(thread, [away, said('c2', 'Ja.')], people)?.comments).toMatchObject([
      { text: '', isRemoved: true },
      { text: 'Ja.', isRemoved: false },
    ])
    expect(shownThread({ ...thread, anchor: '' }, [away], people)).toBeNull()
  })
})
