import { expect, test } from 'vitest'
import { timelineOf } from '../../../shared/agreement/task-timeline.ts'
import { agreement } from '../../support/agreement.ts'

/** A hundred days, so that a share reads as a day. */
const term = { startDate: '2027-01-01', endDate: '2027-04-10' }
const timeline = (...tasks: object[]) =>
  timelineOf(agreement({ term, tasks: tasks.map((task, index) => ({ id: `t${index}`, ...task })) }))
const bar = (task: object) => timeline(task)?.bars[0]

test('a task with both days is drawn from the one to the other, the last day included', () => {
  expect(bar({ startDate: '2027-01-11', dueDate: '2027-01-20' })).toMatchObject({
    start: 0.1,
    end: expect.closeTo(0.2),
    isMoment: false,
    isWholeTerm: false,
  })
})

test('a task with only a due date is a moment on that day', () => {
  expect(bar({ dueDate: '2027-01-20' })).toMatchObject({
    from: '2027-01-20',
    until: '2027-01-20',
    isMoment: true,
  })
})

test('a task that is done so often until a day begins with the term', () => {
  expect(bar({ dueDate: '2027-01-20', frequency: 'elke week' })).toMatchObject({
    from: '2027-01-01',
    until: '2027-01-20',
    isMoment: false,
  })
})

test('a task with only a start goes on to the end; one with only how often takes the whole term', () => {
  expect(bar({ startDate: '2027-01-11' })).toMatchObject({ start: 0.1, end: 1, isWholeTerm: false })
  expect(bar({ frequency: 'elke week' })).toMatchObject({ start: 0, end: 1, isWholeTerm: true })
})

test('a task that says no time is named apart, and a dropped one is left out', () => {
  expect(timeline({}, { frequency: ' ' }, { frequency: 'elke week', status: 'dropped' })).toMatchObject({
    bars: [],
    untimed: ['t0', 't1'],
  })
})

test('a day outside the term widens the picture and is marked', () => {
  const found = timeline({ dueDate: '2027-06-01' }, { dueDate: '2027-02-01' })
  expect(found).toMatchObject({ from: '2027-01-01', until: '2027-06-01' })
  expect(found?.bars.map(({ isOutside }) => isOutside)).toEqual([true, false])
})

test('days the wrong way round are drawn between the two all the same', () => {
  expect(bar({ startDate: '2027-01-20', dueDate: '2027-01-11' })).toMatchObject({
    from: '2027-01-11',
    until: '2027-01-20',
  })
})

test('without a term the days of the tasks make the picture; with fewer than two days there is none', () => {
  const tasks = [{ id: 'a', startDate: '2027-02-01', dueDate: '2027-03-01' }]
  expect(timelineOf(agreement({ tasks }))).toMatchObject({ from: '2027-02-01', until: '2027-03-01' })
  expect(timelineOf(agreement({ tasks: [{ id: 'a', dueDate: '2027-02-01' }] }))).toBeNull()
  expect(timelineOf(agreement({ tasks: [{ id: 'a', frequency: 'elke week' }] }))).toBeNull()
})

test('the marks are first days of months, never more than fit', () => {
  expect(timeline()?.marks.map(({ day }) => day)).toEqual([
    '2027-01-01',
    '2027-02-01',
    '2027-03-01',
    '2027-04-01',
  ])
  const years = timelineOf(agreement({ term: { startDate: '2027-02-15', endDate: '2031-02-14' } }))
  expect(years?.marks.map(({ day }) => day)).toEqual(['2027-03-01', '2028-03-01', '2029-03-01', '2030-03-01'])
  const ages = timelineOf(agreement({ term: { startDate: '1000-01-01', endDate: '9999-12-31' } }))
  expect(ages?.marks.length).toBeLessThanOrEqual(6)
})
