import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createListing } from '../../../server/agreements/listing.ts'
import { setField } from '../../../shared/document/edit.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement } from '../../support/agreement.ts'
import { openPeople } from '../../support/open-people.ts'

const AT = '2026-11-21T12:00:00.000Z'

/** Agreements with their texts in a real database, and a list that tells which texts it read. */
async function openList() {
  const at = await openPeople()
  const { personId } = await at.people.startAsFirstMember('Petra')
  const docs = new Map<string, Y.Doc>()
  const broken = new Set<string>()
  const read: string[] = []
  const errors: unknown[] = []
  const add = async (id: string, shortTitle: string) => {
    const doc = new Y.Doc()
    writeAgreement(
      doc,
      agreement({ title: shortTitle, parties: [{ id: 'g', name: 'Gemeente' }, { id: 'x' }] }),
    )
    docs.set(id, doc)
    await at.log.create(id, { personId, at: 1, bytes: Y.encodeStateAsUpdate(doc) })
    const owner = { agreementId: id, personId, name: '', partyId: null, role: 'facilitator' }
    await at.agreements.addAgreement({ id, createdBy: personId, at: AT }, owner, [])
  }
  const change = async (id: string, title: string) => {
    const doc = docs.get(id) ?? new Y.Doc()
    setField(doc, 'title', title)
    await at.log.append(id, { personId, at: 2, bytes: Y.encodeStateAsUpdate(doc) })
  }
  const listing = createListing({
    store: at.agreements,
    documents: {
      read: async (id, reader) => {
        read.push(id)
        if (broken.has(id)) throw new RangeError('no update')
        return reader(docs.get(id) ?? new Y.Doc())
      },
    },
    emptyFacts: () => 2,
    toSolve: async () => 3,
    statusOf: async () => 'draft',
    onError: (error) => errors.push(error),
  })
  const list = async () =>
    (await listing.listFor(personId)).map(({ id, title, readable }) => `${id} ${title} ${readable}`).sort()
  const dispose = async () => {
    listing.close()
    await at[Symbol.asyncDispose]()
  }
  return { ...at, add, change, list, listing, personId, read, errors, broken, [Symbol.asyncDispose]: dispose }
}

test('a list reads only the texts that changed since it was made the last time', async () => {
  await using at = await openList()
  await at.add('a', 'Samen')
  await at.add('b', 'Dichtbij')
  expect(await at.list()).toEqual(['a Samen true', 'b Dichtbij true'])
  expect(at.read.splice(0).sort()).toEqual(['a', 'b'])
  expect(await at.list()).toEqual(['a Samen true', 'b Dichtbij true'])
  expect(at.read).toEqual([])
  await at.change('b', 'Dichterbij')
  expect(await at.list()).toEqual(['a Samen true', 'b Dichterbij true'])
  expect(at.read).toEqual(['b'])
  expect((await at.listing.listFor(at.personId))[0]?.partyNames).toEqual(['Gemeente'])
})

test('when somebody left a text its line is made anew, so that a list need not', async () => {
  await using at = await openList()
  await at.add('a', 'Samen')
  at.listing.left('a')
  at.listing.left('a')
  await expect.poll(() => at.read, { timeout: 20_000 }).toEqual(['a'])
  await expect.poll(async () => (await at.list())[0]).toBe('a Samen true')
  at.read.length = 0
  await at.list()
  expect(at.read).toEqual([])
})

test('a text that cannot be read stands in the list by its last known title, marked, and the others as ever', async () => {
  await using at = await openList()
  await at.add('a', 'Samen')
  await at.add('b', 'Dichtbij')
  await at.list()
  at.broken.add('a')
  await at.change('a', 'Onleesbaar')
  expect(await at.list()).toEqual(['a Samen false', 'b Dichtbij true'])
  expect(at.errors).toHaveLength(1)
  at.broken.clear()
  expect(await at.list()).toEqual(['a Onleesbaar true', 'b Dichtbij true'])
})

test('a text that never could be read stands there without a title', async () => {
  await using at = await openList()
  await at.add('a', 'Samen')
  at.broken.add('a')
  expect(await at.list()).toEqual(['a  false'])
})

test('a list tells who leads what there is to see to: who waits, who is not there yet, what is empty, and what is to be solved first', async () => {
  await using at = await openList()
  await at.add('a', 'Samen')
  const lines = async (personId: string) => (await at.listing.listFor(personId)).map((each) => each.attention)
  expect(await lines(at.personId)).toEqual([
    { waiting: 0, absentParties: ['Gemeente', ''], emptyFacts: 2, toSolve: 3 },
  ])
  const guest = { agreementId: 'a', name: 'Fatima', partyId: 'g', role: 'writer', chosenBy: null }
  const fatima = await at.people.addGuest('Fatima')
  const karim = await at.people.addGuest('Karim')
  await at.agreements.putParticipant({ ...guest, personId: fatima.personId, state: 'active' }, AT)
  await at.agreements.putParticipant(
    { ...guest, personId: karim.personId, partyId: 'x', state: 'waiting' },
    AT,
  )
  expect(await lines(at.personId)).toEqual([{ waiting: 1, absentParties: [''], emptyFacts: 2, toSolve: 3 }])
  expect(await lines(fatima.personId)).toEqual([
    { waiting: 0, absentParties: [''], emptyFacts: 2, toSolve: 3 },
  ])
  expect(await lines(karim.personId)).toEqual([])
})

test('an agreement that was put away says so to all who take part, until it is taken back', async () => {
  await using at = await openList()
  await at.add('a', 'Samen')
  const isAway = async () => (await at.listing.listFor(at.personId))[0]?.archived
  const act = { at: AT, personId: at.personId }
  await at.agreements.setArchived('a', AT, act)
  await at.agreements.setArchived('a', AT, act)
  expect(await isAway()).toBe(true)
  await at.agreements.setArchived('a', null, act)
  expect(await isAway()).toBe(false)
  const acts = await at.records.selectFrom('act').select('kind').execute()
  expect(acts.map(({ kind }) => kind)).toEqual(['create', 'archive', 'unarchive'])
})
