import { expect, test } from 'vitest'
import { createRouter } from '../../../client/app/router.ts'

type View = Parameters<typeof createRouter>[0]

/** A window of which only the address bar is real. */
function fakeView(address: string) {
  let current = new URL(address, 'https://handslag.example')
  const listeners: (() => void)[] = []
  const visited: string[] = []
  const move = (next: string) => {
    current = new URL(next, current)
    visited.push(current.pathname + current.search + current.hash)
  }
  const view = {
    get location() {
      return current
    },
    history: {
      state: null,
      pushState: (_: unknown, __: string, next: string) => move(next),
      replaceState: (_: unknown, __: string, next: string) => move(next),
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
  }
  const typeAddress = (next: string) => {
    current = new URL(next, current)
    for (const listener of listeners) listener()
  }
  return { view: view as unknown as View, visited, typeAddress, address: () => current.href }
}

const SECRET = 'Pu7enEJ0-mBD4TzYBFBJpZq_4n2'

test('the secret of an invitation leaves the address bar before anything is drawn, and stays known to the page', () => {
  const { view, address } = fakeView(`/join#${SECRET}`)
  const router = createRouter(view)
  expect(address()).toBe('https://handslag.example/join')
  expect(router.getPlace()).toEqual({ route: { page: 'join' }, secret: SECRET })
})

test('another link opened in the same tab replaces the secret', () => {
  const { view, typeAddress, address } = fakeView(`/join#${SECRET}`)
  const router = createRouter(view)
  typeAddress('/join#another-secret-entirely')
  expect(router.getPlace().secret).toBe('another-secret-entirely')
  expect(address()).not.toContain('#')
})

test('going to another page forgets the secret', () => {
  const { view } = fakeView(`/join#${SECRET}`)
  const router = createRouter(view)
  router.go('/agreements/a')
  expect(router.getPlace()).toEqual({ route: { page: 'agreement', id: 'a', view: 'paper' }, secret: null })
})

test('no secret is ever written to the history', () => {
  const { view, visited } = fakeView(`/join#${SECRET}`)
  createRouter(view).go('/')
  expect(visited.join()).not.toContain(SECRET)
})

test('whoever follows the router hears of every move', () => {
  const { view } = fakeView('/')
  const router = createRouter(view)
  let heard = 0
  const stop = router.subscribe(() => heard++)
  router.go('/join')
  stop()
  router.go('/')
  expect(heard).toBe(1)
})
