import { describe, expect, test } from 'vitest'
import { describeError } from '../../server/describe-error.ts'
import { complainTo } from '../../server/log.ts'
import { NotKept } from '../../server/storage/storage-error.ts'

const NAME = 'Fatima el Idrissi'
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('an error in the log', () => {
  test.each([
    ['text that JSON can not read', () => JSON.parse(`${NAME} is geen JSON`)],
    [
      'a message of several lines, one of which looks like a place in the program',
      () => {
        throw new Error(`één\n    at ${NAME} (/home/${NAME}.ts:1:1)\ntwee`)
      },
    ],
    [
      'a name that somebody made',
      () => {
        throw Object.assign(new Error('x'), { name: NAME, code: NAME })
      },
    ],
    [
      'a cause that quotes',
      () => {
        throw new Error('x', { cause: new Error(NAME) })
      },
    ],
    ['a thrown text', () => NAME],
  ])('has nothing of what people wrote: %s', (_, work) => {
    expect(JSON.stringify(describeError(thrownBy(work)))).not.toContain('Fatima')
  })

  test('says its name and where in the program it came from', () => {
    const described = describeError(thrownBy(() => JSON.parse('x')))
    expect(described.name).toBe('SyntaxError')
    expect(described.at.join('\n')).toMatch(/server\/describe-error\.test\.ts:\d+:\d+/)
  })

  test('of the storage says what was refused', () => {
    expect(describeError(new NotKept('database or disk is full', 'full'))).toMatchObject({
      name: 'NotKept',
      message: 'database or disk is full',
    })
  })
})

test('the same complaint is said at once, and then every ten seconds with how often it came', () => {
  const said: object[] = []
  let now = 0
  const complain = complainTo({ error: (what: object) => void said.push(what) }, 'trouble', () => now)
  for (let time = 0; time < 3; time += 1) complain(new NotKept('full'))
  complain(new Error('another'))
  now = 10_000
  complain(new NotKept('full'))
  expect(said.map((one) => ('unsaid' in one ? one.unsaid : 0))).toEqual([0, 0, 2])
})
