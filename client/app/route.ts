/** The screens beside the paper of an agreement, each by the word in its address: `/agreements/:id/stappen`. */
export const AGREEMENT_PARTS = {
  akkoord: 'akkoord',
  punten: 'advice',
  drempels: 'scan',
  stappen: 'steps',
  taken: 'tasks',
  achterban: 'consultation',
  'open-punten': 'openPoints',
  versies: 'versions',
  terugbrengen: 'returned',
  logboek: 'acts',
  scherm: 'bigScreen',
  bijeenkomst: 'meetingCard',
  afronding: 'wrapUp',
} as const
export type AgreementPart = (typeof AGREEMENT_PARTS)[keyof typeof AGREEMENT_PARTS]

/** The agreement as it is written, or as it comes on paper (`/agreements/:id/voorbeeld`): one screen, and nothing is lost between the two. */
export type AgreementView = 'paper' | 'preview'
const PREVIEW = 'voorbeeld'

/** A place in the product. The secret of an invitation is not part of it: it never outlives the first look at the address. */
export type Route =
  | { page: 'start'; templateId: string | null }
  | { page: 'join' }
  /** Where somebody reads along for a support base, without a name. */
  | { page: 'reading' }
  /** Coming in with a code; short enough to say aloud. */
  | { page: 'code' }
  /** Nothing of anybody is left in this browser. */
  | { page: 'left' }
  /** Where somebody sees, before a meeting, whether writing together works from here. */
  | { page: 'check' }
  | { page: 'signIn' }
  /** What a link from a mail is for. */
  | { page: 'link' }
  | { page: 'account' }
  | { page: 'workspace' }
  /** What is kept about people, for everybody. */
  | { page: 'privacy' }
  | { page: 'agreement'; id: string; view: AgreementView }
  | { page: 'agreementPart'; id: string; part: AgreementPart }
  | { page: 'unknown' }

/** The pages with one word for an address. */
const PAGES = {
  join: 'join',
  mee: 'code',
  afgemeld: 'left',
  lezen: 'reading',
  verbinding: 'check',
  aanmelden: 'signIn',
  link: 'link',
  account: 'account',
  werkruimte: 'workspace',
  privacy: 'privacy',
} as const

/** The place that an address names. */
export function readRoute({ pathname, search }: { pathname: string; search: string }): Route {
  const parts = pathname.split('/').filter((part) => part !== '')
  const [first, second, third] = parts
  if (parts.length === 0) {
    return { page: 'start', templateId: new URLSearchParams(search).get('new') }
  }
  if (parts.length === 1 && isPageWord(first)) return { page: PAGES[first] }
  if (parts.length === 2 && first === 'agreements' && second !== undefined) {
    return { page: 'agreement', id: decodeOr(second), view: 'paper' }
  }
  if (parts.length === 3 && first === 'agreements' && second !== undefined && third === PREVIEW) {
    return { page: 'agreement', id: decodeOr(second), view: 'preview' }
  }
  if (parts.length === 3 && first === 'agreements' && second !== undefined && isPartWord(third)) {
    return { page: 'agreementPart', id: decodeOr(second), part: AGREEMENT_PARTS[third] }
  }
  return { page: 'unknown' }
}

function isPageWord(word: string | undefined): word is keyof typeof PAGES {
  return word !== undefined && Object.hasOwn(PAGES, word)
}

function isPartWord(word: string | undefined): word is keyof typeof AGREEMENT_PARTS {
  return word !== undefined && Object.hasOwn(AGREEMENT_PARTS, word)
}

/** What stays the same while one moves about in one page; React keeps the page as long as this does. */
export function routeKey(route: Route): string {
  if (route.page === 'agreement') return `agreement:${route.id}`
  if (route.page === 'agreementPart') return `agreement:${route.id}:${route.part}`
  return route.page === 'start' ? `start:${route.templateId ?? ''}` : route.page
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The secret that stands behind `#` in the address of an invitation (`/join#…`), of a room code (`/mee#…`), of a link from a mail (`/link#…`),
 * of a reading link (`/lezen#…`) or of the first start (`/#…`); null when there is none. On the start page a short word is a place in the page, not a secret,
 * and so is an article on the reading page.
 */
export function readSecret(route: Route, hash: string): string | null {
  const text = hash.replace(/^#/, '')
  if (text === '' || text === CONTENT_ID) return null
  if (route.page === 'join' || route.page === 'link') return text
  if (route.page === 'code') return decodeOr(text)
  if (route.page === 'reading') return text.startsWith('preview-') ? null : text
  return route.page === 'start' && text.length >= 20 ? text : null
}

/** Id of the main part of every page, where the skip link leads. */
export const CONTENT_ID = 'content'
