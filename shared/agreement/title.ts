import type { AgreementBody } from './agreement.ts'

type Titled = Pick<AgreementBody, 'title' | 'titlePattern' | 'shortTitle'>

/** The title as it stands: an own one, else the template's pattern with the facts filled in; empty when there is neither. */
export function drawTitle(body: Titled): string {
  return body.title || titleFromPattern(body) || ''
}

/** What tells it from other agreements, without the kind of agreement: the short title where the title has it, else the whole title. */
export function drawShortTitle(body: Titled): string {
  const title = drawTitle(body)
  const short = body.shortTitle?.trim() ?? ''
  return short !== '' && title.includes(short) ? short : title
}

/** What the pattern gives with the facts of now; null without a pattern. */
export function titleFromPattern(body: Omit<Titled, 'title'>): string | null {
  const filled = body.titlePattern?.replaceAll('{{short_title}}', body.shortTitle ?? '').trim()
  return filled || null
}

/** The title to keep: null when it says no more than the pattern, so that it goes on following the facts. */
export function ownTitle(body: Titled): string | null {
  return body.title === titleFromPattern(body) ? null : body.title || null
}
