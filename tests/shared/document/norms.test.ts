import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { takeOverNorms } from '../../../shared/document/norms.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement } from '../../support/agreement.ts'

const OF_2025 = {
  year: 2025,
  volunteerHour: 5.6,
  volunteerHourUnder21: 3.3,
  volunteerMonth: 210,
  volunteerYear: 2100,
  minimumWagePerHour: null,
  heavyWorkHoursPerMonth: 32,
  source: 'Vrijwilligersdossier',
}

test('the amounts of a year come with its number, and one undo brings back those that stood there', () => {
  const doc = new Doc()
  const before = agreement({
    norms: { year: 2026, volunteerHour: 5.75, minimumWagePerHour: 14.71 },
    financing: { normYear: 2026 },
  })
  writeAgreement(doc, before)
  const history = createUndoManager(doc)
  takeOverNorms(doc, OF_2025)
  expect(readAgreement(doc).value.norms).toEqual(OF_2025)
  expect(readAgreement(doc).value.financing.normYear).toBe(2025)
  history.undo()
  expect(readAgreement(doc).value.norms).toEqual(before.norms)
  expect(readAgreement(doc).value.financing.normYear).toBe(2026)
})
