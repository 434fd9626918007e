import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { agreementBody } from '../../shared/agreement/agreement.ts'
import { canonical } from '../../shared/agreement/canonical.ts'
import { observeAgreement } from '../../shared/document/observe.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { arbitraryAgreement } from '../support/arbitrary-agreement.ts'
import { EXAMPLES } from '../support/examples.ts'

/** Every law of one agreement: through a document, over the wire, and watched. */
function expectLaws(body: AgreementBody): void {
  const settled = canonical(body)
  expect(canonical(settled)).toEqual(settled)
  expect(agreementBody.safeParse(settled).error).toBeUndefined()
  const doc = new Y.Doc()
  writeAgreement(doc, body)
  const read = readAgreement(doc)
  expect(read.value).toEqual(settled)
  expect(read.messages.filter(({ reason }) => reason !== 'unknown_key')).toEqual([])
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
  expect(readAgreement(elsewhere).value).toEqual(settled)
  expect(observeAgreement(elsewhere).get()).toEqual(settled)
}

describe('read(write(s)) is canonical(s)', () => {
  test('for generated agreements', () => {
    fc.assert(fc.property(arbitraryAgreement, expectLaws), { numRuns: 60 })
  })

  test.each(EXAMPLES)('for example $name', ({ body }) => {
    expectLaws(body)
  })
})
