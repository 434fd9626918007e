import type { Direction } from '../agreement/text-direction.ts'
import { inBase64, type Theme } from '../agreement/theme.ts'
import { stretchesOf } from '../agreement/words-direction.ts'
import {
  type Block,
  type Column,
  type Inline,
  type InlineMark,
  markOf,
  type Outline,
  type Row,
  type Section,
  type Table,
} from '../outline/outline.ts'
import { directionOfInlines } from './direction-of-inlines.ts'
import { type Look, lookOf } from './look.ts'
import { printable } from './printable.ts'

/** Writes an outline as one HTML page that needs nothing else: no script, no address, every text escaped; a logo stands in it. */
export function writeHtml(raw: Outline, theme: Theme | null = null): string {
  const outline = printable(raw)
  const look = lookOf(theme)
  return [
    '<!doctype html>',
    `<html lang="${attribute(outline.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(outline.title)}</title>`,
    `<style>${styleOf(look)}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `${letterheadOf(look)}${frontOf(outline)}`,
    outline.words.contents === '' ? '' : contentsOf(outline),
    ...outline.sections.map((article) => section({ ...article, kind: 'article' })),
    ...outline.annexes.map((annex) => section({ ...annex, kind: 'annex' })),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const styleOf = (look: Look): string =>
  [
    `body{font:1.0625rem/1.55 ${fontOf(look.bodyFont.name)};color:#1b2430;background:#fff;margin:2rem auto;max-width:50rem;padding:0 1rem;overflow-wrap:break-word}`,
    `h1,h2{color:${colourOf(look.heading)};line-height:1.2}h2{margin-top:2.2rem}`,
    '.wide{overflow-x:auto;margin:.8rem 0}table{border-collapse:collapse;width:100%;font-size:.94rem}',
    'caption{text-align:start;font-weight:bold;padding:.3rem 0}',
    'th,td{border:1px solid #7d8a90;padding:.3rem .5rem;text-align:start;vertical-align:top}',
    `th{background:${colourOf(look.tint)};color:${colourOf(look.tableHead)}}.end{text-align:end}`,
    '.clause{display:flex;gap:.8rem;margin:.5rem 0}.number{min-width:2.6rem;flex:none}',
    'dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.15rem 1rem}dt{color:#4a5565}dd{margin:0}',
    '.missing{background:#fff4dc;color:#7a4f00}.draft{font-weight:bold;color:#7a4f00}',
    '.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
    '.sign{min-height:5rem;border:1px solid #7d8a90;padding:.4rem}',
    `a{color:${colourOf(look.heading)}}@media print{h2,h3,caption{break-after:avoid}tr,.party{break-inside:avoid}.wide{overflow:visible}}`,
    ...ownStyleOf(look),
  ].join('')

const colourOf = (hex: string): string => `#${hex.toLowerCase()}`

const SERIFS: readonly string[] = ['Cambria', 'Georgia', 'Times New Roman']
function fontOf(name: string): string {
  const quoted = name.includes(' ') ? `'${name}'` : name
  return `${quoted},${SERIFS.includes(name) ? 'serif' : 'sans-serif'}`
}

/** What a theme adds: another font for headings, and its letterhead. */
function ownStyleOf({ headingFont, bodyFont, accent, letterhead }: Look): string[] {
  return [
    ...(headingFont.name === bodyFont.name ? [] : [`h1,h2,h3{font-family:${fontOf(headingFont.name)}}`]),
    ...(letterhead === null
      ? []
      : [
          `.letterhead{border-block-end:2px solid ${colourOf(accent)};padding-block-end:.8rem;color:#4a5565}`,
        ]),
    ...(letterhead?.logo ? ['.letterhead img{max-width:15rem;max-height:6rem}'] : []),
  ]
}

function letterheadOf({ letterhead }: Look): string {
  if (letterhead === null) return ''
  const { name, addressLine, logo } = letterhead
  const picture = logo && `data:image/${logo.kind};base64,${inBase64(logo.bytes)}`
  const whose = logo
    ? `<img src="${picture}" alt="${attribute(logo.description)}">`
    : name && `<strong>${escapeHtml(name)}</strong>`
  const lines = [whose, escapeHtml(addressLine)].filter((line) => line !== '')
  return `<div class="letterhead">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`
}

/** Text as HTML text. Also safe inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Names and ids from an agreement, as part of an attribute. */
const attribute = escapeHtml

function frontOf({ titlePage }: Outline): string {
  const parties = titlePage.parties.map((party) => `<li>${inlines(party.name)}</li>`).join('')
  const facts = titlePage.facts
    .map((fact) => `<dt>${escapeHtml(fact.label)}</dt><dd>${escapeHtml(fact.value)}</dd>`)
    .join('')
  return [
    '<header>',
    markOf(titlePage) === '' ? '' : `<p class="draft">${escapeHtml(markOf(titlePage))}</p>`,
    `<h1>${escapeHtml(titlePage.title)}</h1>`,
    parties ? `<p>${escapeHtml(titlePage.between)}</p><ul>${parties}</ul>` : '',
    facts ? `<dl>${facts}</dl>` : '',
    '</header>',
  ].join('')
}

function contentsOf({ words, sections, annexes }: Outline): string {
  const entries = [...sections, ...annexes].map(
    (entry) => `<li><a href="#${anchorOf(entry.id)}">${escapeHtml(headingOf(entry))}</a></li>`,
  )
  const title = escapeHtml(words.contents)
  return `<nav aria-label="${title}"><h2>${title}</h2><ul>${entries.join('')}</ul></nav>`
}

function anchorOf(id: string): string {
  return attribute(`section-${id}`)
}

function headingOf({ label, number, heading }: Section): string {
  if (number === null) return heading
  return `${label === '' ? `${number}.` : `${label} ${number}`} ${heading}`
}

type NumberedSection = Section & { kind: 'article' | 'annex' }

function section(part: NumberedSection): string {
  const id = anchorOf(part.id)
  const content = part.content.map((block) => writeBlock(block, part)).join('\n')
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(headingOf(part))}</h2>\n${content}</section>`
}

function writeBlock(block: Block, part: NumberedSection): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block, part)
    case 'table':
      return table(block)
    case 'list':
      return list(block)
    case 'parties':
      return block.parties.map(partyEntry).join('\n')
    case 'signatures':
      return block.parties.map(signatureEntry).join('\n')
    case 'unknownBlock':
      return `<p class="missing">${escapeHtml(block.text)}</p>`
  }
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** Numbers are text here, so that they are read aloud and copied with their clause. */
function paragraph(block: Of<'paragraph'>, part: NumberedSection): string {
  const text = inlines(block.inlines, block.language)
  const spoken = spokenIn(block)
  if (block.style === 'heading') return `<h3${spoken}>${text}</h3>`
  const indent = block.level > 0 ? ` style="margin-inline-start:${block.level * 1.6}rem"` : ''
  const shown = block.style === 'bullet' ? '•' : shownNumber(block, part)
  if (shown === null) return `<p${spoken}${indent}>${text}</p>`
  return `<p class="clause"${spoken}${indent}><span class="number">${escapeHtml(shown)}</span><span>${text}</span></p>`
}

/** For a text that is not Dutch, or not in its letters. */
function spokenIn({ language, inlines: words }: Of<'paragraph'>): string {
  const direction = directionOfInlines(words, language ?? null)
  if (language !== undefined) return ` lang="${attribute(language)}" dir="${direction}"`
  return direction === 'rtl' ? ' dir="rtl"' : ''
}

/** "6.1" in an article, "1." in an annex, "a." for a sub-clause. */
function shownNumber(block: Of<'paragraph'>, part: NumberedSection): string | null {
  if (block.number === null) return null
  const inArticle = block.style === 'clause' && part.kind === 'article' && part.number !== null
  return inArticle ? `${part.number}.${block.number}` : `${block.number}.`
}

function table(block: Table): string {
  const heads = block.columns.map(
    (column) => `<th scope="col"${alignOf(column)}>${escapeHtml(column.label)}</th>`,
  )
  const rows = block.rows.map((row) => tableRow(row, block.columns)).join('')
  const empty = `<tr><td colspan="${block.columns.length}">${escapeHtml(block.emptyText)}</td></tr>`
  const caption = escapeHtml(block.caption)
  const shown = block.captionShown ? caption : `<span class="visually-hidden">${caption}</span>`
  const whole = `<table><caption>${shown}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows || empty}</tbody></table>`
  // On a narrow screen a table scrolls by itself, from the keyboard too, and the text around it does not.
  return `<div class="wide" role="group" tabindex="0" aria-label="${caption}">${whole}</div>`
}

function tableRow(row: Row, columns: readonly Column[]): string {
  if (row.kind === 'group') {
    return `<tr><th scope="rowgroup" colspan="${columns.length}">${inlines(row.cells[0] ?? [])}</th></tr>`
  }
  const cells = row.cells.map((cell, index) => {
    const tag = row.kind === 'total' && index === 0 ? 'th scope="row"' : 'td'
    return `<${tag}${alignOf(columns[index])}>${inlines(cell)}</${tag.slice(0, 2)}>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function alignOf(column: Column | undefined): string {
  return column?.align === 'end' ? ' class="end"' : ''
}

function list(block: Of<'list'>): string {
  if (block.items.length === 0) return `<p>${escapeHtml(block.emptyText)}</p>`
  const tag = block.style === 'numbered' ? 'ol' : 'ul'
  const items = block.items.map((item) => `<li>${inlines(item.inlines)}</li>`).join('')
  const heading = block.heading.length > 0 ? `<p>${inlines(block.heading)}</p>` : ''
  return `${heading}<${tag}>${items}</${tag}>`
}

function partyEntry(party: Of<'parties'>['parties'][number]): string {
  const facts = party.lines.map(
    (line) => `<dt>${escapeHtml(line.label)}</dt><dd>${inlines(line.inlines)}</dd>`,
  )
  const called = party.hereafter.length > 0 ? `<p>${inlines(party.hereafter)}</p>` : ''
  return `<div class="party"><p>${inlines(party.name)}</p><dl>${facts.join('')}</dl>${called}</div>`
}

function signatureEntry(entry: Of<'signatures'>['parties'][number]): string {
  const { labels } = entry
  const people = entry.signatories.map((person) => {
    const lines: [string, string][] = [
      [labels.name, inlines(person.name)],
      [labels.position, inlines(person.position)],
      [labels.place, ''],
      [labels.date, ''],
    ]
    const facts = lines.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${value || '&#160;'}</dd>`)
    return `<dl>${facts.join('')}</dl><p class="sign">${escapeHtml(labels.signature)}</p>`
  })
  return `<div class="party"><h3>${inlines(entry.partyName)}</h3>${people.join('')}</div>`
}

const TAGS: Readonly<Record<InlineMark, string>> = { bold: 'strong', italic: 'em', underline: 'u' }

function inlines(parts: readonly Inline[], language: string | null = null): string {
  const base = directionOfInlines(parts, language)
  return parts.map((part) => inline(part, base)).join('')
}

/** What runs against the direction of the whole stands by itself: digits and brackets beside it stay where they are. */
function directed(text: string, base: Direction): string {
  const stretches = stretchesOf(text, base).map((stretch) => {
    const escaped = escapeHtml(stretch.text)
    return stretch.direction === base ? escaped : `<bdi>${escaped}</bdi>`
  })
  return stretches.join('')
}

function inline(part: Inline, base: Direction): string {
  if (part.kind === 'break') return '<br>'
  const text = directed(part.text, base).replace(/\r\n|\r|\n/g, '<br>')
  const marked = part.marks.reduce((inner, mark) => `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`, text)
  if (part.kind === 'field') return part.empty ? `<span class="missing">${marked}</span>` : marked
  if (part.kind !== 'reference') return marked
  return part.broken
    ? `<span class="missing">${marked}</span>`
    : `<a href="#${anchorOf(part.targetId)}">${marked}</a>`
}
