import { DatabaseSync } from 'node:sqlite'

/** What Hocuspocus's extension asks of better-sqlite3: `exec`, and `prepare` with `get` and `run` by names. */
export default class Database extends DatabaseSync {}
