import { expect, test } from 'vitest'
import { CallFailed, failureOf, type OpenPointCommand } from '../../../../client/connection/index.ts'
import {
  differing,
  staysRefused,
  withWaitingPoints,
} from '../../../../client/screens/open-points/waiting-points.ts'
import type { OpenPoint } from '../../../../shared/protocol/endpoints-open-points.ts'
import { PROBLEMS, type ProblemName } from '../../../../shared/protocol/problem.ts'

const AT = '2026-11-26T12:00:00.000Z'
const point = (id: string, change: Partial<OpenPoint> = {}): OpenPoint => ({
  ...{ id, sectionId: null, heading: '', text: id, owner: null, ownerName: null, due: null, done: null },
  ...{ madeBy: 'x', madeByName: 'Petra', madeAt: AT },
  ...change,
})
const add = (id: string, text: string): OpenPointCommand => ({
  kind: 'add',
  point: { id, sectionId: 'a', text, owner: { kind: 'person', personId: 'petra' }, due: null },
})
const seen = (points: OpenPoint[], ...commands: (OpenPointCommand | [OpenPointCommand, string])[]) =>
  withWaitingPoints(
    points,
    commands.map((each, at) => {
      const [command, refusal] = Array.isArray(each) ? each : [each, null]
      return { id: `w${at}`, at: AT, command, refusal }
    }),
    {
      you: { personId: 'me', name: 'Mark' },
      headingOf: (sectionId) => `Artikel ${sectionId}`,
      nameOf: (personId) => (personId === 'petra' ? 'Petra' : null),
    },
  )
const refusedFor = (command: OpenPointCommand, name: ProblemName) => {
  const problem = { type: `/problems/${name}`, title: '', status: PROBLEMS[name], detail: '' }
  return staysRefused(command, failureOf(new CallFailed({ kind: 'problem', name, problem })))
}

test('what was done without a connection is seen in its order, over what the server has, with who did it', () => {
  const points = seen(
    [point('1'), point('2'), point('3')],
    add('new', 'Wie belt?'),
    { kind: 'change', pointId: 'new', change: { text: 'Wie belt de school?' } },
    { kind: 'change', pointId: '2', change: { isDone: true } },
    { kind: 'remove', pointId: '3' },
  )
  expect(
    points.map(({ id, text, done, waiting }) => [id, text, done?.byName ?? null, waiting !== null]),
  ).toEqual([
    ['1', '1', null, false],
    ['2', '2', 'Mark', true],
    ['new', 'Wie belt de school?', null, true],
  ])
  expect(points[2]).toMatchObject({ heading: 'Artikel a', ownerName: 'Petra', madeByName: 'Mark' })
})

test('a point that the server has meanwhile stands there once, as it is kept', () => {
  expect(seen([point('new', { text: 'Bewaard' })], add('new', 'Wacht')).map(({ text }) => text)).toEqual([
    'Bewaard',
  ])
})

test('what was refused keeps its words with the reason, also when the point is gone, and undoes what holds no words', () => {
  const points = seen(
    [point('1'), point('2')],
    [{ kind: 'change', pointId: '1', change: { isDone: true } }, 'Mag niet.'],
    [{ kind: 'remove', pointId: '2' }, 'Mag niet.'],
    [{ kind: 'change', pointId: 'gone', change: { text: 'Mijn woorden' } }, 'Is weg.'],
  )
  expect(points.map(({ text, done, waiting }) => [text, done, waiting])).toEqual([
    ['1', null, { refused: ['w0'], refusal: 'Mag niet.' }],
    ['2', null, { refused: ['w1'], refusal: 'Mag niet.' }],
    ['Mijn woorden', null, { refused: ['w2'], refusal: 'Is weg.' }],
  ])
})

test('a refusal stays to be decided on, but for a point that is gone only when words would go with it', () => {
  const tick: OpenPointCommand = { kind: 'change', pointId: '1', change: { isDone: true } }
  const words: OpenPointCommand = { kind: 'change', pointId: '1', change: { text: 'a' } }
  expect(refusedFor(tick, 'not-allowed')).toBe(true)
  expect(refusedFor(tick, 'unknown-open-point')).toBe(false)
  expect(refusedFor(words, 'unknown-open-point')).toBe(true)
  expect(refusedFor(add('1', 'a'), 'unknown-open-point')).toBe(false)
  expect(refusedFor(add('1', 'a'), 'too-many-open-points')).toBe(true)
})

test('a change that waits takes along what differs alone, so that what another changed meanwhile stays', () => {
  const now = {
    sectionId: null,
    text: '1',
    owner: { kind: 'party', partyId: 'p' },
    due: '2027-03-01',
  } as const
  expect(differing(point('1', { owner: { kind: 'party', partyId: 'p' } }), now)).toEqual({
    due: '2027-03-01',
  })
})
