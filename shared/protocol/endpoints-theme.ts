import { z } from 'zod'
import { theme } from '../agreement/theme.ts'
import { endpoint } from './endpoint.ts'

/** Null: the plain look. */
const chosen = z.object({ theme: theme.nullable() })

/** A logo in base64 and all that stands beside it. */
const THEME_BYTES = 512 * 1024

/** How the papers of a workspace look. */
export const themeEndpoints = {
  getTheme: endpoint({
    name: 'getTheme',
    method: 'GET',
    path: '/api/v1/workspace/theme',
    summary: 'How papers of the workspace look: logo, colours and fonts',
    access: 'workspace',
    success: { status: 200, body: chosen },
    problems: ['not-signed-in', 'not-allowed'],
  }),
  changeTheme: endpoint({
    name: 'changeTheme',
    method: 'PATCH',
    path: '/api/v1/workspace/theme',
    summary: 'Choose how papers of the workspace look from now on; null: plain',
    access: 'admin',
    body: chosen,
    bodyBytes: THEME_BYTES,
    perMinute: 30,
    success: { status: 200, body: chosen },
    problems: [
      'malformed-request',
      'not-signed-in',
      'not-allowed',
      'wrong-origin',
      'too-many-requests',
      'cannot-keep',
    ],
  }),
  getAgreementTheme: endpoint({
    name: 'getAgreementTheme',
    method: 'GET',
    path: '/api/v1/agreements/:id/theme',
    summary: 'How papers of this agreement look, for who makes one without the server',
    access: 'agreement',
    params: z.object({ id: z.string().min(1).max(80) }),
    success: { status: 200, body: chosen },
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement'],
  }),
} as const
