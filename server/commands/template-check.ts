import { readFile } from 'node:fs/promises'
import { parseTemplate } from '../../shared/template/parse-template.ts'
import { sentenceOf } from '../../shared/template/placed-message.ts'
import { type Command, CommandError } from './command.ts'

/** Says whether a template file can be used, and if not, everything that is wrong with it and where. */
export const templateCheck: Command = {
  name: 'template check',
  summary: 'Checks a template file before it is put among the others.',
  operands: ['file'],
  options: [],
  run: async ({ operands: [file = ''] }) => {
    const text = await readFile(file, 'utf8').catch((error) => {
      throw new CommandError(`The file ${file} can not be read (${error.code}).`)
    })
    const reading = parseTemplate(text, file)
    if (!reading.ok) throw new CommandError(reading.messages.map(sentenceOf).join('\n'))
    const { id, edition, articles } = reading.value
    process.stdout.write(
      `${file} is a good template: ${id}, edition ${edition}, ${articles.length} articles.\n`,
    )
  },
}
