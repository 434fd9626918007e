import { resolve } from 'node:path'
import { readConfig } from '../config/config.ts'
import { restoreBackup } from '../storage/restore.ts'
import { type Command, orSayWhy } from './command.ts'

/** Puts a backup into a data folder where no server works. */
export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup into an empty folder (DATA_DIR when not said); with --replace also where data are.',
  operands: ['file'],
  options: [
    { name: 'into', value: 'DATA_DIR', required: false },
    { name: 'replace', value: null, required: false },
  ],
  run: async ({ operands: [file = ''], options, flags }) => {
    const dataDir = options.into ? resolve(options.into) : readConfig(process.env, process.cwd()).dataDir
    const replace = flags.replace ?? false
    const { agreements, madeAt, setAside } = await orSayWhy(
      restoreBackup({ file: resolve(file), dataDir, replace, now: new Date() }),
      dataDir,
      file,
    )
    const lines = [
      `Restored as it was at ${madeAt}, with ${agreements} ${agreements === 1 ? 'agreement' : 'agreements'}.`,
      'What people wrote after that and still have on their own device is offered to them as text.',
      'Links and people that were ended after that count again: look through them.',
      ...(setAside ? [`The data that were there stand in ${setAside}`] : []),
      dataDir,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  },
}
