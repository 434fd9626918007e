import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DATABASE_FILE } from '../../../server/storage/storage.ts'
import { startServer } from '../../support/test-server.ts'
import type { Start } from './subject.ts'

/** The real server, as it is started by an operator, with agreements of the first template. */
export const startOurs: Start = async (documents) => {
  const server = await startServer()
  const token = await server.token('bench')
  const headers = { authorization: `Bearer ${token}` }
  const { templates } = await getJson<{ templates: { id: string }[] }>(
    `${server.url}/api/v1/templates`,
    headers,
  )
  const { id } = await server.createAgreement({ templateId: templates[0]?.id }, token)
  const ids = [id, ...copyAgreement(server.dataDir, id, documents - 1)]
  return {
    name: 'Handslag, durable',
    dialect: 'y-websocket',
    needsDocuments: false,
    places: (count) =>
      ids.slice(0, count).map((documentId) => ({
        address: `${server.url.replace('http', 'ws')}/sync/${documentId}`,
        documentId,
        dialect: 'y-websocket',
        headers,
      })),
    usage: async () => {
      const text = await (await fetch(`${server.url}/metrics`)).text()
      const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
      return { cpu: value('process_cpu_seconds_total'), memory: value('process_resident_memory_bytes') }
    },
    restart: (signal) => server.restart(signal),
    stop: server.stop,
  }
}

async function getJson<T>(url: string, headers: Record<string, string>): Promise<T> {
  return (await fetch(url, { headers })).json() as Promise<T>
}

/** What makes an agreement and its text, in the order in which rows may refer to each other. */
const ROWS = [
  ['agreement', 'id'],
  ['participant', 'agreement_id'],
  ['document', 'id'],
  ['document_update', 'document_id'],
] as const

/** Hundreds of agreements by way of the API would take longer than what is measured; gives their ids. */
function copyAgreement(dataDir: string, id: string, copies: number): string[] {
  const database = new DatabaseSync(join(dataDir, DATABASE_FILE), { timeout: 5000 })
  const ids = Array.from({ length: copies }, (_, n) => `copy-${n}`)
  database.exec('begin immediate')
  for (const [table, key] of ROWS) {
    for (const row of database.prepare(`select * from ${table} where ${key} = ?`).all(id)) {
      const names = Object.keys(row)
      const insert = database.prepare(
        `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      )
      for (const copy of ids) insert.run(...Object.values({ ...row, [key]: copy }))
    }
  }
  database.exec('commit')
  database.close()
  return ids
}
