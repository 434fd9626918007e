import { describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { CaretBoard } from '../../../client/editor/caret-board.ts'

/** A board, another person whose states reach it, and frames that pass when the test says so. */
function aBoard() {
  const here = new Awareness(new Y.Doc())
  const there = new Awareness(new Y.Doc())
  let asked: (() => void)[] = []
  const board = new CaretBoard(here, (look) => {
    asked.push(look)
    return () => {
      asked = asked.filter((one) => one !== look)
    }
  })
  const told: string[] = []
  const follow = (place: string) => board.follow(place, () => told.push(place))
  return {
    board,
    follow,
    own: here,
    theyAre: (place: string, at: number) => {
      there.setLocalStateField('cursor', { in: place, anchor: at, head: at })
      applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'wire')
    },
    theySay: (field: string, value: unknown) => {
      there.setLocalStateField(field, value)
      applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'wire')
    },
    waiting: () => asked.length,
    /** Which texts were told in this frame. */
    frame: () => {
      const looks = asked
      asked = []
      for (const look of looks) look()
      return told.splice(0)
    },
    end: () => {
      here.destroy()
      there.destroy()
    },
  }
}

describe('the carets of others', () => {
  test('moving from one text to another tells those two alone, once a frame', () => {
    const { board, follow, theyAre, frame, end } = aBoard()
    for (const place of ['article:a', 'article:b', 'article:c']) follow(place)
    theyAre('article:a', 1)
    expect(frame()).toEqual(['article:a'])
    theyAre('article:a', 2)
    theyAre('article:b', 3)
    expect(frame().sort()).toEqual(['article:a', 'article:b'])
    expect(board.in('article:a')).toEqual([])
    expect(board.in('article:b')).toMatchObject([{ at: { anchor: 3 } }])
    end()
  })

  test('what is no caret, and what is not drawn, tells no text', () => {
    const { follow, theyAre, theySay, frame, end } = aBoard()
    follow('article:a')
    theyAre('article:a', 1)
    expect(frame()).toEqual(['article:a'])
    theySay('place', 'somewhere')
    expect(frame()).toEqual([])
    theySay('cursor', { in: 7 })
    expect(frame()).toEqual(['article:a'])
    end()
  })

  test('another name for who stands there is drawn anew', () => {
    const { follow, theyAre, theySay, frame, end } = aBoard()
    follow('article:a')
    theyAre('article:a', 1)
    frame()
    theySay('user', { name: 'Fatma' })
    expect(frame()).toEqual(['article:a'])
    end()
  })

  test('the own caret is nobody else and asks for no frame', () => {
    const { board, follow, own, waiting, end } = aBoard()
    follow('article:a')
    own.setLocalStateField('cursor', { in: 'article:a', anchor: 1, head: 1 })
    expect(waiting()).toBe(0)
    expect(board.in('article:a')).toEqual([])
    end()
  })

  test('an editor that is made later finds who stands there already, and nothing is asked once all are gone', () => {
    const { board, follow, theyAre, waiting, end } = aBoard()
    theyAre('article:a', 1)
    const leave = follow('article:a')
    expect(board.in('article:a')).toHaveLength(1)
    theyAre('article:a', 2)
    expect(waiting()).toBe(1)
    leave()
    expect(waiting()).toBe(0)
    theyAre('article:a', 3)
    expect(waiting()).toBe(0)
    end()
  })
})
