import { describe, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createAuthorship } from '../../../../../client/screens/agreement/history/history-authorship.ts'
import { initialsOf } from '../../../../../client/ui/party-mark.tsx'
import { writeAgreement } from '../../../../../shared/document/write.ts'
import { agreement } from '../../../../support/agreement.ts'

const YOU = { personId: 'you', name: 'Samira', partyId: 'p2' }
const PARTIES = [
  { id: 'p1', index: 0, name: 'Gemeente Weidehaven' },
  { id: 'p2', index: 1, name: 'De Brug' },
]

function opened() {
  const doc = new Y.Doc()
  doc.clientID = 1
  writeAgreement(doc, agreement({}))
  doc.clientID = 2
  const awareness = new Awareness(doc)
  const asked: number[] = []
  const authorship = createAuthorship(doc, awareness, () => asked.push(1))
  const know = (authors: { personId: string; name: string; partyId: string | null; clientIds: number[] }[]) =>
    authorship.know({ authors, parties: PARTIES, you: YOU, unknown: 'Onbekend' })
  know([])
  return { doc, awareness, authorship, know, asked }
}

describe('who wrote under a client id', () => {
  test('is oneself for one’s own words, typed a moment ago', () => {
    const { authorship } = opened()
    expect(authorship.authorOf(2)).toEqual({
      key: 'you',
      name: 'Samira',
      initials: 'S',
      party: 'De Brug',
      partyIndex: 1,
    })
  })

  test('is whom the server says; a person from two devices is one', () => {
    const { authorship, know } = opened()
    know([{ personId: 'f', name: 'Fatma Yilmaz', partyId: 'p1', clientIds: [7, 8] }])
    expect(authorship.authorOf(7)).toMatchObject({ key: 'f', initials: 'FY', party: 'Gemeente Weidehaven' })
    expect(authorship.authorOf(8)).toEqual(authorship.authorOf(7))
  })

  test('is who is here now when the server was asked before they came', () => {
    const { authorship, awareness } = opened()
    const user = { personId: 'p', name: 'Petra', partyId: null, role: 'writer' }
    awareness.states.set(9, { user })
    expect(authorship.authorOf(9)).toMatchObject({ key: 'p', name: 'Petra', party: null, partyIndex: null })
  })

  test('is nobody for the text the agreement began with, unless the server knows better', () => {
    const { authorship, know } = opened()
    expect(authorship.authorOf(1)).toBe(null)
    know([{ personId: 'm', name: 'Mark', partyId: 'p1', clientIds: [1] }])
    expect(authorship.authorOf(1)).toMatchObject({ name: 'Mark' })
  })

  test('is called unknown otherwise, and the server is asked once for each such client', async () => {
    const { authorship, asked } = opened()
    for (const clientId of [20, 20, 21]) {
      expect(authorship.authorOf(clientId)).toMatchObject({ key: '', name: 'Onbekend', initials: '?' })
    }
    await Promise.resolve()
    expect(asked).toHaveLength(2)
  })
})

test('listeners hear when names are shown, hidden or known better, and nothing else', () => {
  const { authorship, know } = opened()
  const heard: number[] = []
  const stop = authorship.subscribe(() => heard.push(authorship.version()))
  authorship.show(true)
  authorship.show(true)
  know([])
  stop()
  authorship.show(false)
  expect(heard).toHaveLength(2)
  expect(new Set(heard).size).toBe(2)
})

test.each([
  ['Fatma Yilmaz', 'FY'],
  ['Mark de Vries', 'MV'],
  ['Petra', 'P'],
  ['سعاد علي', 'سع'],
  ['', '·'],
])('the initials of “%s” are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
