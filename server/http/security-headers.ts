import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { Site } from './parts.ts'

/**
 * The one rule React Aria puts into a page by itself (touch-action of what can be pressed), known by its hash: nothing
 * else inline gets in. `tests/server/http/security-headers.test.ts` reads the rule from the library and fails when it changes.
 */
export const REACT_ARIA_STYLE = 'PLACEHOLDER'

/** Only what we serve ourselves may run, style, load or be talked to; nobody may frame us. */
export function securityHeaders(site: Site): FastifyHelmetOptions {
  const secure = site.publicUrl?.startsWith('https:') ?? false
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'sha256-${REACT_ARIA_STYLE}'`],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  }
}
