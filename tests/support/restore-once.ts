import { restoreBackup } from '../../server/storage/restore.ts'

/** A program that restores a backup over what is in a folder: for tests that end it half-way. */
const [file = '', dataDir = ''] = process.argv.slice(2)
await restoreBackup({ file, dataDir, replace: true, now: new Date() })
