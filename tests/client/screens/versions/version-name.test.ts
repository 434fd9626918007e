import { expect, test } from 'vitest'
import { toldApart } from '../../../../client/screens/versions/version-name.ts'
import { nl } from '../../../../client/text/nl.ts'
import type { Version } from '../../../../shared/protocol/endpoints-versions.ts'

const version = (id: string, kind: Version['kind'], name: string): Version => ({
  ...{ id, kind, name, madeBy: 'petra', madeByName: 'Petra' },
  ...{ madeAt: '2026-11-27T14:00:00.000Z', hash: id, putBack: null },
})
const first = version('first', 'before-restore', '')
const second = version('second', 'before-restore', '')
const sayWhen = ({ id }: Version) => (id === 'first' ? 'vandaag 15.01' : 'vandaag 15.02')

test('two versions of the same name are told apart by when they were made', () => {
  const pair = toldApart([first, second], nl.versions, sayWhen)
  expect(pair).toEqual([
    'V\u00f3\u00f3r het terugzetten, vandaag 15.01',
    'V\u00f3\u00f3r het terugzetten, vandaag 15.02',
  ])
})

test('two names that differ stand by themselves', () => {
  const named = version('named', 'named', 'Na 12 mei')
  expect(toldApart([first, named], nl.versions, sayWhen)).toEqual([
    'V\u00f3\u00f3r het terugzetten',
    'Na 12 mei',
  ])
})
