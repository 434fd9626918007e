import { isPlaceholderName } from '../agreement/placeholders.ts'
import type { Inline } from '../agreement/rich-text.ts'
import { describeFound } from '../support/message.ts'
import { placeholdersIn } from './fill-text.ts'
import { readParagraphText, type TextNames } from './paragraph-text.ts'
import type { PlacedMessage } from './placed-message.ts'
import { recordSchemaAt } from './schema-path.ts'
import { misfitOfDefault, misfitOfRecordValue } from './starting-values.ts'
import type { Template } from './template.ts'
import type { Path, YamlSource } from './yaml-source.ts'

type Report = (path: Path, reason: string, expected: string, found: string, token?: string) => void

/** What a schema cannot see: names that must exist, keys that must differ, values that must fit their place. */
export function checkTemplate(template: Template, source: YamlSource): PlacedMessage[] {
  const messages: PlacedMessage[] = []
  const report: Report = (...fault) => messages.push(source.messageAt(...fault))
  checkArticleKeys(template, report)
  checkRoles(template, report)
  checkTexts(template, report)
  checkPlainTexts(template, report)
  checkDefaults(template, report)
  checkRecords(template, report)
  return messages
}

function checkArticleKeys(template: Template, report: Report): void {
  const seen = new Set<string>()
  template.articles.forEach(({ key }, index) => {
    if (seen.has(key))
      report(['articles', index, 'key'], 'duplicate_key', 'a key that no other article has', key)
    seen.add(key)
  })
}

function checkRoles(template: Template, report: Report): void {
  template.roles.forEach((role, index) => {
    if (template.roleWords[role]) return
    report(['roles', index], 'role_without_word', `a word for ${role} under roleWords`, 'nothing')
  })
}

function checkTexts(template: Template, report: Report): void {
  const articleIds = new Map(template.articles.map(({ key }) => [key, key]))
  const names: TextNames = { articleIds, roleWords: template.roleWords }
  const check = (path: Path, text: string) => {
    const content = readParagraphText(text, names)
    for (const fault of content.faults) report(path, fault.reason, fault.expected, fault.token, fault.token)
    if (content.kind === 'inlines') checkAnnexFields(template, content.inlines, path, report)
  }
  for (const part of ['articles', 'annexes'] as const) {
    template[part].forEach((section, index) => {
      section.text.forEach((paragraph, at) => {
        check([part, index, 'text', at], paragraph.text)
      })
    })
  }
}

/** `{{annex_contacts}}` is the number of the annex of that kind, so that annex must be there. */
function checkAnnexFields(template: Template, inlines: readonly Inline[], path: Path, report: Report): void {
  for (const inline of inlines) {
    const kind = inline.type === 'field' ? /^annex_(.+)$/.exec(inline.attrs.name)?.[1] : undefined
    if (kind === undefined || template.annexes.some((annex) => annex.kind === kind)) continue
    report(path, 'missing_annex', `an annex of kind ${kind} in this template`, 'nothing', `{{annex_${kind}}}`)
  }
}

function checkPlainTexts(template: Template, report: Report): void {
  const known = (path: Path, text: string) => {
    for (const name of placeholdersIn(text)) {
      if (isPlaceholderName(name)) continue
      report(path, 'unknown_placeholder', 'the name of a placeholder', `{{${name}}}`, `{{${name}}}`)
    }
  }
  known(['titlePattern'], template.titlePattern)
  template.recitals.forEach((recital, index) => {
    const path = ['recitals', index]
    known(path, recital.text)
    const fills = placeholdersIn(recital.text).length > 0
    if (fills && recital.whenUnknown === null)
      report(path, 'missing', 'whenUnknown beside a text with placeholders', 'nothing')
  })
}

function checkDefaults(template: Template, report: Report): void {
  for (const [path, value] of Object.entries(template.defaults)) {
    const wrong = misfitOfDefault(path, value)
    if (wrong)
      report(['defaults', path], wrong.reason, wrong.expected, describeDefault(wrong.reason, path, value))
  }
}

function describeDefault(reason: string, path: string, value: unknown): string {
  return reason.startsWith('unknown_') ? path : describeFound(value)
}

/** Lists that a template fills by parts of its own. */
const OWN_PARTS: readonly string[] = ['parties', 'recitals', 'definitions', 'articles', 'annexes']

function checkRecords(template: Template, report: Report): void {
  for (const [list, records] of Object.entries(template.records)) {
    if (OWN_PARTS.includes(list) || !recordSchemaAt(list)) {
      report(
        ['records', list],
        'unknown_path',
        'the path of a list of the agreement that starts with records',
        list,
      )
      continue
    }
    records.forEach((record, index) => {
      for (const [field, value] of Object.entries(record.values)) {
        const wrong = misfitOfRecordValue(list, field, value)
        const path = ['records', list, index, 'values', field]
        if (wrong) report(path, wrong.reason, wrong.expected, describeDefault(wrong.reason, field, value))
      }
    })
  }
}
