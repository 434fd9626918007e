import type { FastifyRequest } from 'fastify'
import type { LinkToMail } from '../people/accounts.ts'
import type { Letter } from '../people/post.ts'
import type { Site } from './parts.ts'
import { languageOf } from './texts/language.ts'
import { MAILS } from './texts/mails.ts'

/**
 * The address of a link with a secret in it. It is made of what the operator configured, never of the Host header: whoever asks for a mail to
 * somebody else could else choose where that person's secret goes.
 */
export function linkAddress(site: Site, secret: string): string {
  return `${site.address()}/link#${secret}`
}

/** A link as a letter, in the language of who asked for it. */
export function letterFor(
  link: LinkToMail,
  request: Pick<FastifyRequest, 'headers'>,
  site: Site,
  workspace = '',
): Letter {
  const { subject, text } = MAILS[languageOf(request.headers['accept-language'])][link.kind]
  // A name is of its owner's choosing: in a letter it stays on its line.
  const name = link.name.replace(/\s+/g, ' ')
  return {
    to: link.email,
    subject,
    text: text({ name, address: linkAddress(site, link.secret), workspace: workspace.replace(/\s+/g, ' ') }),
  }
}
