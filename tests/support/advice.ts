import { readdirSync, readFileSync } from 'node:fs'
import { type AdviceTexts, adviceTexts } from '../../shared/advice/rule-texts.ts'
import type { AdviceSettings } from '../../shared/advice/settings.ts'
import { parseCatalog } from '../../shared/template/parse-catalog.ts'
import { sentenceOf } from '../../shared/template/placed-message.ts'
import { checkShape } from '../../shared/template/schema-messages.ts'
import { readYaml } from '../../shared/template/yaml-source.ts'

const FOLDER = new URL('../../templates/catalog/', import.meta.url)

const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }))

/** The catalogue of the repository. Throws with every place that is wrong. */
export const CATALOG = (() => {
  const read = parseCatalog(files)
  if (!read.ok) throw new Error(read.messages.map(sentenceOf).join('\n'))
  return read.value
})()

/** Amounts, limits and word lists as they stand in the repository. */
export const SETTINGS: AdviceSettings = CATALOG.norms

/** The words of the advice as they stand in the repository. Throws with every place that is wrong. */
export const ADVICE: AdviceTexts = (() => {
  const name = 'advice.yaml'
  const source = readYaml(files.find((file) => file.name === name)?.text ?? '', name)
  const read = source.ok ? checkShape(source.value, adviceTexts) : source
  if (!read.ok) throw new Error(read.messages.map(sentenceOf).join('\n'))
  return read.value
})()
