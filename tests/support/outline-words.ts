import type { Block, Inline, Outline, Section } from '../../shared/outline/outline.ts'

/** Every text that an outline puts on paper, one entry a line of text: what a file made of it must hold. */
export function textsOf(outline: Outline): string[] {
  const { titlePage } = outline
  return [
    titlePage.title,
    titlePage.draftMark ?? '',
    ...titlePage.parties.flatMap((party) => linesOf(party.name)),
    ...titlePage.facts.flatMap((fact) => [fact.label, fact.value]),
    ...[...outline.sections, ...outline.annexes].flatMap(textsOfSection),
  ].filter((text) => text.trim() !== '')
}

function textsOfSection({ heading, content }: Section): string[] {
  return [heading, ...content.flatMap(textsOfBlock)]
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(block.inlines)
    case 'table': {
      const rows = block.rows.flatMap((row) => row.cells.flatMap(linesOf))
      return [...block.columns.map((column) => column.label), ...(rows.length > 0 ? rows : [block.emptyText])]
    }
    case 'list': {
      const items = block.items.flatMap((item) => linesOf(item.inlines))
      return [...linesOf(block.heading), ...(items.length > 0 ? items : [block.emptyText])]
    }
    case 'parties':
      return block.parties.flatMap((party) => [
        ...linesOf(party.name),
        ...party.lines.flatMap((line) => [line.label, ...linesOf(line.inlines)]),
        ...linesOf(party.hereafter),
      ])
    case 'signatures':
      return block.parties.flatMap((party) => [
        ...linesOf(party.partyName),
        ...party.signatories.flatMap((person) => [...linesOf(person.name), ...linesOf(person.position)]),
      ])
    case 'unknownBlock':
      return [block.text]
  }
}

function linesOf(inlines: readonly Inline[]): string[] {
  return inlines
    .map((inline) => (inline.kind === 'break' ? '\n' : inline.text))
    .join('')
    .split(/\r\n|\r|\n/)
}

/** Runs of white space as one space: readers lay out differently, words stay. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
