import { resolve } from 'node:path'
import { readConfig } from '../config/config.ts'
import { writeBackup } from '../storage/backup.ts'
import { VERSION } from '../version.ts'
import { type Command, orSayWhy } from './command.ts'

/** Puts all data into one file, also while the server runs and people write. */
export const backup: Command = {
  name: 'backup',
  summary:
    'Puts all data of DATA_DIR into one file, also while Handslag runs. The session secret is not in it.',
  operands: [],
  options: [{ name: 'out', value: 'file', required: true }],
  run: async ({ options }) => {
    const { dataDir } = readConfig(process.env, process.cwd())
    const out = resolve(options.out ?? '')
    const made = await orSayWhy(writeBackup({ dataDir, out, version: VERSION, now: new Date() }), out)
    process.stdout.write(
      `Everything that was kept by ${made.madeAt} is in this file. Keep it as safe as the data.\n`,
    )
    process.stdout.write(`${out}\n`)
  },
}
