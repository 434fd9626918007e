/** The name of the database in the data folder; beside it SQLite keeps `-wal` and `-shm`. */
export const DATABASE_FILE = 'handslag.sqlite'
