import createClient from 'openapi-fetch'
import type { paths } from './api-types.ts'

/**
 * A program as somebody else would write it against the interface, with a client whose types are made from the OpenAPI document.
 * `tests/scenarios/api-client.test.ts` puts a copy of it beside the types, has both checked by the compiler, and runs it; it is not compiled
 * with the house. Words: the server's address and a token. Prints every answer it got, one JSON object a line.
 */
const [baseUrl = '', token = ''] = process.argv.slice(2)

const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } })
client.use({
  async onResponse({ request, response, schemaPath }) {
    const { status, headers } = response
    const answer = {
      method: request.method,
      path: schemaPath,
      status,
      type: headers.get('content-type') ?? '',
    }
    process.stdout.write(`${JSON.stringify({ ...answer, body: await response.clone().text() })}\n`)
  },
})

function given<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (data === undefined) throw new Error(`${response.url}: ${response.status} ${JSON.stringify(error)}`)
  return data
}

given(await client.GET('/healthz'))
given(await client.GET('/readyz'))
given(await client.GET('/metrics', { parseAs: 'text' }))
given(await client.GET('/api/v1/openapi.json'))
const kind: 'staff' | 'guest' | 'nobody' = given(await client.GET('/api/v1/me')).kind
if (kind !== 'staff') throw new Error(`a token acts for staff; found ${kind}`)

const { templates } = given(await client.GET('/api/v1/templates'))
const templateId: string = templates.find(({ id }) => id === 'coop_youth')?.id ?? ''
given(await client.GET('/api/v1/templates/{id}', { params: { path: { id: templateId } } }))
given(await client.GET('/api/v1/catalog'))
given(await client.GET('/api/v1/advice'))

const started = given(
  await client.POST('/api/v1/agreements', { body: { templateId, title: 'Door een programma' } }),
)
const id: string = started.id
const partyId: string | null = started.invitations.find((one) => one.partyId !== null)?.partyId ?? null
given(await client.GET('/api/v1/agreements'))

const params = { path: { id } }
const snapshot = given(await client.GET('/api/v1/agreements/{id}', { params }))
const [article] = snapshot.articles as { id: string }[]
const you = given(await client.GET('/api/v1/agreements/{id}/participants', { params })).you
const role: string = you.role
if (role !== 'facilitator') throw new Error(`who starts an agreement leads it; found ${role}`)
given(await client.POST('/api/v1/agreements/{id}/invitations', { params, body: { partyId, role: 'writer' } }))
given(await client.GET('/api/v1/agreements/{id}/invitations', { params }))
given(await client.GET('/api/v1/agreements/{id}/scan', { params }))
given(await client.GET('/api/v1/agreements/{id}/step-notes', { params }))
given(await client.GET('/api/v1/agreements/{id}/advice', { params }))
given(await client.GET('/api/v1/agreements/{id}/history', { params }))
const moment = new Date().toISOString()
given(
  await client.GET('/api/v1/agreements/{id}/articles/{articleId}/at', {
    params: { path: { id, articleId: article?.id ?? '' }, query: { moment } },
  }),
)
for (const format of ['docx', 'html', 'json'] as const)
  given(
    await client.GET('/api/v1/agreements/{id}/export', {
      params: { path: { id }, query: { format } },
      parseAs: 'arrayBuffer',
    }),
  )

// What goes wrong has a type too.
const { error } = await client.GET('/api/v1/agreements/{id}', { params: { path: { id: 'none' } } })
const why: string = error?.detail ?? ''
if (why === '') throw new Error('an agreement that is not there gives a problem with a sentence')
