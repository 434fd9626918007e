import type { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './migrations.ts'

/** A newer Handslag made the layout; the message is the first step that this one does not know. */
export class NewerLayout extends Error {
  override readonly name = 'NewerLayout'
}

/** The steps that made the layout of a database, in order; none when it is no database of ours. */
export function layoutOf(database: DatabaseSync): string[] {
  const isOurs = database.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get()
  if (!isOurs) return []
  const steps = database.prepare('select name from kysely_migration order by name').all()
  return (steps as { name: string }[]).map(({ name }) => name)
}

/** The first step in a layout that this Handslag does not know: a newer one made it. */
export function maybeUnknownStep(layout: readonly string[]): string | null {
  return layout.find((step) => !(step in MIGRATIONS)) ?? null
}
