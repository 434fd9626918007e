import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { canonical } from '../../shared/agreement/canonical.ts'
import { arbitraryAgreement } from '../support/arbitrary-agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper } from '../support/examples-on-paper.ts'
import { changesIn, readBack, takenAlong } from '../support/returned-word.ts'

/** Ids are never used twice in one agreement; the generator does. */
function distinctTexts(body: AgreementBody): AgreementBody {
  return { ...body, annexes: body.annexes.map((annex) => ({ ...annex, id: `annex_${annex.id}` })) }
}

describe('a file that comes back', () => {
  test.each(EXAMPLE_NAMES)('%s unchanged says nothing else', async (name) => {
    const body = exampleOnPaper(name)
    const docx = await takenAlong(body)
    expect(changesIn(docx, body)).toEqual([])
    expect(readBack(docx).lines.length).toBeGreaterThan(50)
  })

  test('unchanged says nothing else, whatever the agreement holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAgreement, async (agreement) => {
        const body = distinctTexts(canonical(agreement))
        expect(changesIn(await takenAlong(body), body)).toEqual([])
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })
})
