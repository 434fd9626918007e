import { type Route, readRoute, readSecret } from './route.ts'

/** Where the person is, and the secret of the link that led here, if one did. */
export type Place = { route: Route; secret: string | null }

export type Router = {
  getPlace: () => Place
  subscribe: (listener: () => void) => () => void
  /** Goes to an address inside the product. */
  go: (address: string) => void
}

/**
 * Follows the address bar. A secret is taken out of the address the moment it is seen, before anything is drawn or fetched, and
 * lives in memory only: not in the history, not in a referrer, not on the screen that others look at.
 */
export function createRouter(view: Pick<Window, 'location' | 'history' | 'addEventListener'>): Router {
  const listeners = new Set<() => void>()
  let place = look(view, null)
  const lookAgain = () => {
    place = look(view, place)
    for (const listener of listeners) listener()
  }
  view.addEventListener('popstate', lookAgain)
  view.addEventListener('hashchange', lookAgain)
  return {
    getPlace: () => place,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    go: (address) => {
      view.history.pushState(null, '', address)
      lookAgain()
    },
  }
}

function look({ location, history }: Pick<Window, 'location' | 'history'>, before: Place | null): Place {
  const route = readRoute(location)
  const secret = readSecret(route, location.hash)
  if (secret !== null) {
    history.replaceState(history.state, '', location.pathname + location.search)
    return { route, secret }
  }
  return { route, secret: before?.route.page === route.page ? before.secret : null }
}
