import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { removeText } from '../../../shared/document/article-edit.ts'
import { listMap } from '../../../shared/document/layout.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { maybeArticle } from '../../../shared/document/read-article.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'

function written(): Y.Doc {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({
      articles: [{ id: 'one', heading: 'Kop', body: clauses('een', 'twee') }, { id: 'bare' }],
      annexes: [{ id: 'annex', title: 'Bijlage', body: clauses('drie') }],
    }),
  )
  return doc
}

test('an article and an annex have the heading and text that the whole agreement has', () => {
  const doc = written()
  const { articles, annexes } = readAgreement(doc).value
  expect(maybeArticle(doc, 'one')).toEqual({ heading: 'Kop', body: articles[0]?.body })
  expect(maybeArticle(doc, 'annex')).toEqual({ heading: 'Bijlage', body: annexes[0]?.body })
  expect(maybeArticle(doc, 'bare')?.heading).toBeNull()
})

test('what never was, and what was taken out, is not there', () => {
  const doc = written()
  expect(maybeArticle(doc, 'nowhere')).toBeNull()
  removeText(doc, 'articles', 'one')
  expect(maybeArticle(doc, 'one')).toBeNull()
})

test('what a peer wrote in the place of a record or a heading is not read as one', () => {
  const doc = written()
  listMap(doc, 'articles').set('odd', 'no record')
  expect(maybeArticle(doc, 'odd')).toBeNull()
  const record = listMap(doc, 'articles').get('one') as Y.Map<unknown>
  record.set('heading', 12)
  expect(maybeArticle(doc, 'one')?.heading).toBeNull()
  record.set('heading', 'half \ud800')
  expect(maybeArticle(doc, 'one')?.heading).toBe('half �')
})
