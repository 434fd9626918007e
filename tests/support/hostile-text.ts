/**
 * Text that reaches for a program that reads it: for a page, a template, a spreadsheet, Word's XML, a database, a terminal. It has to be
 * text wherever it is shown. `HIT` is what it sets in a page when it is more than that.
 */
export const HIT = '__hostileTextRan'

export const HOSTILE_TEXTS = [
  `<img src=x onerror="window.${HIT}=1">`,
  `"><script>window.${HIT}=2</script>`,
  `' onmouseover='window.${HIT}=3' x='`,
  `javascript:window.${HIT}=4`,
  `</w:t></w:r></w:p><w:p><w:r><w:t>ingebroken`,
  ']]><![CDATA[<b>',
  '&lt;b&gt;&amp;#60;&nbsp;',
  '{{block:parties}} {gemeente} #{7*7} {{7*7}}',
  `=HYPERLINK("https://evil.example";"klik")`,
  `'; drop table agreement; --`,
  '%00%0d%0aset-cookie: a=b',
  '../../../etc/passwd',
  '__proto__',
  'rechts \u202enaar links\u202c',
] as const

/** What people fill in as words, by the name of its field. */
const WORDS =
  /^(name|shortName|title|shortTitle|heading|description|note|city|function|label|term|meaning|.*Text)$/

/**
 * The same snapshot with a hostile text behind every word that people can fill in, each in its turn. Texts that hold a paragraph of the
 * articles are left: they have a law of their own.
 */
export function withHostileTexts(snapshot: unknown): { snapshot: unknown; used: Set<string> } {
  const used = new Set<string>()
  let turn = 0
  const change = (value: unknown, key: string): unknown => {
    if (typeof value === 'string' && value !== '' && WORDS.test(key)) {
      const text = HOSTILE_TEXTS[turn++ % HOSTILE_TEXTS.length] ?? ''
      used.add(text)
      return `${value} ${text}`
    }
    if (Array.isArray(value)) return value.map((each) => change(each, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each, name)]))
  }
  return { snapshot: change(snapshot, ''), used }
}
