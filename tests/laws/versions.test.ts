import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type AgreementBody, agreementBody } from '../../shared/agreement/agreement.ts'
import { agreementAsItStands } from '../../shared/agreement/as-it-stands.ts'
import { canonical } from '../../shared/agreement/canonical.ts'
import { compareSnapshots, isUnchanged } from '../../shared/agreement/compare-snapshots.ts'
import { emptyRichText } from '../../shared/agreement/rich-text.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { restoreAgreement, restoreText } from '../../shared/document/restore.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { arbitraryAgreement } from '../support/arbitrary-agreement.ts'
import { EXAMPLES } from '../support/examples.ts'

const NOTHING = { texts: [], facts: [] }

function documentOf(body: AgreementBody): Y.Doc {
  const doc = new Y.Doc()
  writeAgreement(doc, body)
  return doc
}
function addParagraph(doc: Y.Doc, articleId: string, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(`article:${articleId}`).push([paragraph])
}
const read = (doc: Y.Doc): AgreementBody => readAgreement(doc).value
const restore = (doc: Y.Doc, body: AgreementBody) => doc.transact(() => restoreAgreement(doc, body))

describe('comparing', () => {
  test('an agreement with itself finds nothing, for generated agreements', () => {
    fc.assert(
      fc.property(arbitraryAgreement, (body) => {
        expect(compareSnapshots(body, structuredClone(body))).toEqual(NOTHING)
      }),
      { numRuns: 25 },
    )
  })

  test('two agreements finds nothing only when they are the same as they stand, and as much one way as the other', () => {
    const known = (body: AgreementBody) => {
      const { removedTexts: _, title: __, ...rest } = agreementAsItStands(canonical(body))
      return JSON.stringify(rest, (key, value) => (key === 'laterEdition' ? undefined : value))
    }
    fc.assert(
      fc.property(arbitraryAgreement, arbitraryAgreement, (was, now) => {
        const forth = compareSnapshots(was, now)
        const back = compareSnapshots(now, was)
        expect(isUnchanged(forth)).toBe(known(was) === known(now))
        expect(back.texts.map(({ id }) => id).sort()).toEqual(forth.texts.map(({ id }) => id).sort())
        expect(back.facts).toHaveLength(forth.facts.length)
      }),
      { numRuns: 25 },
    )
  })
})

describe('restoring', () => {
  test('any state over any other, and comparing with it then, finds nothing; a second time it changes nothing', () => {
    fc.assert(
      fc.property(arbitraryAgreement, arbitraryAgreement, (now, then) => {
        const doc = documentOf(now)
        restore(doc, then)
        expect(compareSnapshots(then, read(doc))).toEqual(NOTHING)
        const updates: Uint8Array[] = []
        doc.on('update', (update: Uint8Array) => updates.push(update))
        restore(doc, then)
        expect(updates).toHaveLength(0)
      }),
      { numRuns: 25 },
    )
  })

  test('and restoring what stood before brings all of that back', () => {
    fc.assert(
      fc.property(arbitraryAgreement, arbitraryAgreement, (now, then) => {
        const doc = documentOf(now)
        const before = read(doc)
        restore(doc, then)
        restore(doc, before)
        expect(compareSnapshots(before, read(doc))).toEqual(NOTHING)
      }),
      { numRuns: 15 },
    )
  })

  test.each(EXAMPLES)('another agreement over example $name', ({ body }) => {
    for (const other of EXAMPLES) {
      const doc = documentOf(body)
      restore(doc, other.body)
      expect(compareSnapshots(other.body, read(doc))).toEqual(NOTHING)
    }
  })

  test('one article changes that one alone', () => {
    fc.assert(
      fc.property(arbitraryAgreement, arbitraryAgreement, fc.nat(), (now, then, pick) => {
        // One id is in one list: they are random, outside of tests.
        const texts = then.articles.filter(
          ({ id }) => ![...then.annexes, ...now.annexes].some((each) => each.id === id),
        )
        const chosen = texts[pick % Math.max(1, texts.length)]
        const id = chosen?.id ?? 'nowhere'
        const doc = documentOf(now)
        const before = read(doc)
        expect(restoreText(doc, then, id)).toBe(chosen !== undefined)
        const after = read(doc)
        const others = compareSnapshots(before, after).texts.filter((text) => text.id !== id && !text.isMoved)
        expect(others).toEqual([])
        const left = compareSnapshots(then, after).texts.filter((text) => text.id === id)
        expect(left.every(({ state }) => state === 'same')).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('while another types elsewhere keeps every letter of it, and both sides end equal', () => {
    const text = { key: null, numbered: true, origin: null, body: emptyRichText() }
    const articles = ['a1', 'a2'].map((id) => ({ ...text, id, heading: id }))
    const server = documentOf({ ...agreementBody.parse({}), articles })
    for (const id of ['a1', 'a2']) addParagraph(server, id, 'Dit staat er.')
    const typist = new Y.Doc()
    Y.applyUpdate(typist, Y.encodeStateAsUpdate(server))
    const then = read(server)
    // Since the version one article was changed; in another somebody types at the moment it is restored.
    server.transact(() => server.getXmlFragment('article:a1').delete(0, 1))
    addParagraph(typist, 'a2', 'Net getypt.')
    restore(server, then)
    Y.applyUpdate(server, Y.encodeStateAsUpdate(typist))
    Y.applyUpdate(typist, Y.encodeStateAsUpdate(server))
    expect(read(typist)).toEqual(read(server))
    const { texts, facts } = compareSnapshots(then, read(server))
    expect(facts).toEqual([])
    expect(texts).toMatchObject([
      { id: 'a2', paragraphs: [{ state: 'came', parts: [{ state: 'came', text: 'Net getypt.' }] }] },
    ])
  })
})
