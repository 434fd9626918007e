import * as Y from 'yjs'
import { newDocument } from '../../shared/document/new-document.ts'

/** Two documents of one agreement whose changes travel only when the test says so. */
export function linkedDocuments(first: Y.Doc): { a: Y.Doc; b: Y.Doc; exchange: () => void } {
  const b = newDocument()
  const exchange = () => {
    const toB = Y.encodeStateAsUpdate(first, Y.encodeStateVector(b))
    const toA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(first))
    Y.applyUpdate(b, toB, 'wire')
    Y.applyUpdate(first, toA, 'wire')
  }
  exchange()
  return { a: first, b, exchange }
}
