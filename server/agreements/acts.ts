import type { ShownAct } from '../../shared/protocol/acts.ts'
import { ACTS_PAGE } from '../../shared/protocol/endpoints-acts.ts'
import type { Participation } from '../access/participation.ts'
import type { ActStore, KeptAct } from '../storage/acts.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import { csv } from './csv.ts'

export type ActParts = {
  store: ActStore & Pick<AgreementStore, 'knownBy'>
  clock: () => Date
}

export type ActFormat = 'csv' | 'json'
export type ActFile = { name: string; mediaType: string; text: string }

/** Acts that are read at once for a file. */
const AT_ONCE = 1000

/**
 * The log of acts as people read it. The log itself holds ids of persons; what they are called is looked up when it is read, so that nothing
 * in it has to change for who is renamed or erased. Who may read it is checked before.
 */
export type Acts = ReturnType<typeof createActs>

export function createActs(parts: ActParts) {
  const { store, clock } = parts

  async function all(agreementId: string): Promise<KeptAct[]> {
    const found: KeptAct[] = []
    for (;;) {
      const page = await store.actsOf(agreementId, found.at(-1)?.seq ?? null, AT_ONCE)
      found.push(...page)
      if (page.length < AT_ONCE) return found.reverse()
    }
  }

  return {
    /** The acts before a number, the newest first, and whether there are more. */
    async list(agreementId: string, before: number | null): Promise<{ acts: ShownAct[]; more: boolean }> {
      const found = await store.actsOf(agreementId, before, ACTS_PAGE + 1)
      const acts = await withNames(store, agreementId, found.slice(0, ACTS_PAGE))
      return { acts, more: found.length > ACTS_PAGE }
    },

    /** The whole log of an agreement as a file, the oldest first; that it was taken stands in it from then on. */
    async file({ agreementId, personId }: Participation, format: ActFormat): Promise<ActFile> {
      const acts = await all(agreementId)
      const shown = await withNames(store, agreementId, acts)
      const text =
        format === 'csv' ? table(shown) : proof(agreementId, acts, shown, await store.maybeLastAct())
      await store.addAct({ at: clock().toISOString(), kind: 'export-acts', agreementId, personId })
      const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
      return { name: `logboek.${format}`, mediaType, text }
    },

    /** Checks the whole log; `until` (number:hash, of an earlier check) has to be in it still. */
    async verify(until: string | null) {
      const checked = await store.checkActs()
      return { ...checked, hasUntil: until === null || (await store.hasAct(until)) }
    },
  }
}

async function withNames(
  store: Pick<AgreementStore, 'knownBy'>,
  agreementId: string,
  acts: readonly KeptAct[],
): Promise<ShownAct[]> {
  const ids = new Set(
    acts.flatMap(({ personId, aboutPersonId }) => [personId ?? [], aboutPersonId ?? []].flat()),
  )
  const known = await store.knownBy(agreementId, [...ids])
  const names = new Map(known.map(({ personId, name }) => [personId, name]))
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? ''))
  return acts.map(({ seq, at, kind, personId, aboutPersonId }) => ({
    seq,
    at,
    kind,
    personId,
    name: nameOf(personId),
    aboutPersonId,
    aboutName: nameOf(aboutPersonId),
  }))
}

function table(acts: readonly ShownAct[]): string {
  const rows = acts.map(({ seq, at, kind, personId, name, aboutPersonId, aboutName }) => [
    String(seq),
    at,
    kind,
    personId ?? '',
    name ?? '',
    aboutPersonId ?? '',
    aboutName ?? '',
  ])
  return csv([['seq', 'at', 'kind', 'personId', 'name', 'aboutPersonId', 'aboutName'], ...rows])
}

/** With what somebody needs to check the hashes without this server. */
function proof(
  agreementId: string,
  acts: readonly KeptAct[],
  shown: readonly ShownAct[],
  last: { seq: number; hash: string } | null,
): string {
  const people = new Map(
    shown.flatMap(({ personId, name, aboutPersonId, aboutName }) => [
      [personId, name] as const,
      [aboutPersonId, aboutName] as const,
    ]),
  )
  people.delete(null)
  const file = {
    format: 'handslag-acts/1',
    agreementId,
    hashing:
      'hash = hex(sha256(JSON.stringify([previousHash, at, kind, agreementId, personId, aboutPersonId]))); without the last when it is null',
    acts: acts.map(({ seq, at, kind, personId, aboutPersonId, previousHash, hash }) => ({
      seq,
      at,
      kind,
      agreementId,
      personId,
      aboutPersonId,
      previousHash,
      hash,
    })),
    people: [...people].map(([personId, name]) => ({ personId, name })),
    lastActOfAll: last,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
