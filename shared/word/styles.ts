import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { Outline } from '../outline/outline.ts'
import { COLOURS, type Font, type Look } from './look.ts'
import { pageOf } from './page.ts'

/** Where the headings begin in the contents, after their numbers. */
export const CONTENTS_COLUMN = 1417

type Style = Omit<IParagraphStyleOptions, 'id' | 'name'>
/** Sizes in half points, distances in twentieths of a point. */
type Measures = {
  body: number
  table: number
  heading: number
  title: number
  gap: number
  headingGap: number
}

const FULL: Measures = { body: 21, table: 18, heading: 26, title: 52, gap: 70, headingGap: 380 }
const SHORT: Measures = { body: 18, table: 16, heading: 21, title: 34, gap: 24, headingGap: 130 }

/** Sizes of letters (half points) and distances (twentieths of a point) of a layout. */
export function measuresOf(layout: Outline['layout']): Measures {
  return layout === 'short' ? SHORT : FULL
}

/** Letters of the fonts of a look, no wider than those that the pages and columns are measured for. */
function lettersIn(m: Measures, { bodyFont, headingFont }: Look): Measures {
  const body = (size: number) => Math.round(size * bodyFont.size)
  const heading = (size: number) => Math.round(size * headingFont.size)
  return {
    ...m,
    ...{ body: body(m.body), table: body(m.table) },
    ...{ heading: heading(m.heading), title: heading(m.title) },
  }
}

const linesIn = ({ line }: Font, height: number): number => Math.round(height * line)

/** Named only where it is another one than that of the text. */
function headingFont({ headingFont, bodyFont }: Look): { font?: string } {
  return headingFont.name === bodyFont.name ? {} : { font: headingFont.name }
}

/** A letterhead takes a part of the room above the title. */
function aboveTitle(layout: Outline['layout'], { letterhead }: Look): number {
  if (layout === 'short') return 0
  return letterhead === null ? 2600 : 1300
}

/** Every style of the file. Whatever a paragraph looks like, it looks so by its style. */
export function stylesOf(layout: Outline['layout'], look: Look, isForm = false): IStylesOptions {
  const m = lettersIn(measuresOf(layout), look)
  return {
    default: {
      document: {
        run: {
          font: look.bodyFont.name,
          size: m.body,
          color: COLOURS.ink,
          language: { value: 'nl-NL', bidirectional: 'ar-SA' },
        },
        paragraph: {
          spacing: {
            line: linesIn(look.bodyFont, layout === 'short' ? 250 : 276),
            lineRule: LineRuleType.AUTO,
          },
        },
      },
      title: {
        run: { ...headingFont(look), size: m.title, bold: true, color: look.heading },
        paragraph: {
          spacing: { before: aboveTitle(layout, look), after: layout === 'short' ? 60 : 240 },
        },
      },
      heading1: { ...headingStyle(m, look), next: 'Clause' },
      heading2: {
        run: { ...headingFont(look), size: m.body, bold: true, color: COLOURS.ink },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 160, after: m.gap } },
        next: 'BodyText',
      },
      heading3: {
        run: { ...headingFont(look), size: m.body, bold: true, color: COLOURS.softInk },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 120, after: m.gap } },
        next: 'BodyText',
      },
      caption: {
        run: { size: m.table, bold: true, color: look.heading },
        paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
      },
    },
    paragraphStyles: [
      ...named(sectionStyles(m)),
      ...named(listStyles(m)),
      ...named(tableStyles(m, look)),
      ...named(partyStyles(m, look)),
      ...named(frontStyles(m, layout, look)),
      ...named(letterheadStyles(m, look)),
      ...named(isForm ? formStyles(m) : {}),
    ],
    characterStyles: [
      {
        id: 'MissingFact',
        name: 'Missing fact',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: {
          color: COLOURS.attention,
          shading: { type: 'clear', fill: COLOURS.attentionTint, color: 'auto' },
        },
      },
      {
        id: 'DraftWord',
        name: 'Draft word',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { bold: true, allCaps: true, color: COLOURS.attention },
      },
    ],
  }
}

/** Word knows its own styles by these names, whatever their ids (ECMA-376 part 1, 17.7.4.9). */
const BUILT_IN: Readonly<Record<string, string>> = {
  BodyText: 'Body Text',
  Header: 'header',
  Footer: 'footer',
  TOC1: 'toc 1',
  TOCHeading: 'TOC Heading',
}

function named(styles: Readonly<Record<string, Style>>): IParagraphStyleOptions[] {
  return Object.entries(styles).map(([id, style]) => ({
    basedOn: 'Normal',
    quickFormat: true,
    ...style,
    id,
    name:
      BUILT_IN[id] ??
      id.replace(/([a-z])([A-Z0-9])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`),
  }))
}

function headingStyle(m: Measures, look: Look) {
  return {
    run: { ...headingFont(look), size: m.heading, bold: true, color: look.heading },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: 0,
      spacing: { before: m.headingGap, after: m.gap + 40 },
      numbering: { reference: 'articles', level: 0 },
    },
  }
}

function sectionStyles(m: Measures): Record<string, Style> {
  const spacing = { before: m.gap, after: m.gap }
  const numbered = (reference: string, level: number, next?: string): Style => ({
    paragraph: { spacing, numbering: { reference, level } },
    ...(next ? { next } : {}),
  })
  return {
    BodyText: { paragraph: { spacing } },
    ArticleHeading: {
      basedOn: 'Heading1',
      next: 'BodyText',
      paragraph: { numbering: false, outlineLevel: 0, indent: { left: 0, firstLine: 0 } },
    },
    AnnexHeading: {
      basedOn: 'Heading1',
      next: 'BodyText',
      paragraph: {
        outlineLevel: 0,
        numbering: { reference: 'annexes', level: 0 },
        spacing: { before: 0, after: 200 },
      },
    },
    Clause: numbered('articles', 1),
    Subclause1: numbered('articles', 2),
    Subclause2: numbered('articles', 3),
    Subclause3: numbered('articles', 4),
    AnnexClause: numbered('annexes', 1),
    AnnexSubclause1: numbered('annexes', 2),
    AnnexSubclause2: numbered('annexes', 3),
    AnnexSubclause3: numbered('annexes', 4),
    Note: {
      run: { size: m.table, color: COLOURS.softInk },
      paragraph: {
        spacing,
        indent: { left: 284 },
        border: { left: { style: 'single', size: 12, space: 8, color: COLOURS.line } },
      },
    },
  }
}

function listStyles(m: Measures): Record<string, Style> {
  const spacing = { before: Math.round(m.gap / 2), after: Math.round(m.gap / 2) }
  const bullet = (level: number): Style => ({
    paragraph: { spacing, numbering: { reference: 'bullets', level } },
  })
  return {
    Bullet1: bullet(0),
    Bullet2: bullet(1),
    Bullet3: bullet(2),
    Bullet4: bullet(3),
    Step: { paragraph: { spacing, numbering: { reference: 'steps', level: 0 } } },
    ListHeading: { paragraph: { keepNext: true, spacing: { before: 100, after: 20 } } },
    EmptyBlock: { run: { italics: true, color: COLOURS.softInk }, paragraph: { spacing } },
  }
}

function tableStyles(m: Measures, look: Look): Record<string, Style> {
  const run = { size: m.table }
  const spacing = { before: 0, after: 0, line: linesIn(look.bodyFont, 252), lineRule: LineRuleType.AUTO }
  return {
    TableText: { run, paragraph: { spacing } },
    TableAmount: { run, paragraph: { spacing, alignment: AlignmentType.RIGHT } },
    TableHeader: {
      run: { ...run, bold: true, color: look.tableHead },
      paragraph: { spacing, keepNext: true },
    },
    TableHeaderAmount: { basedOn: 'TableHeader', paragraph: { alignment: AlignmentType.RIGHT } },
    TableGroup: { run: { ...run, bold: true }, paragraph: { spacing, keepNext: true } },
    TableEmpty: { basedOn: 'TableText', run: { italics: true, color: COLOURS.softInk } },
    Picture: { paragraph: { keepLines: true, spacing: { before: 0, after: 160 } } },
    /** Keeps two tables, or a table and the end of the text, apart. */
    AfterTable: {
      run: { size: 2 },
      paragraph: { spacing: { before: 0, after: 0, line: 60, lineRule: LineRuleType.EXACT } },
    },
  }
}

function partyStyles(m: Measures, look: Look): Record<string, Style> {
  return {
    PartyName: {
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: m.gap * 3, after: 40 } },
    },
    PartyFact: {
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { before: 10, after: 10 },
        indent: { left: 2835, hanging: 2551 },
        leftTabStop: 2835,
      },
    },
    PartyCalled: { paragraph: { spacing: { before: 40, after: m.gap }, indent: { left: 284 } } },
    SignatureParty: {
      run: { bold: true, color: look.heading },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: m.gap * 4, after: 80 } },
    },
    SignatureLine: {
      run: { size: m.table },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { before: m.body > 20 ? 60 : 30, after: m.body > 20 ? 60 : 30 },
        indent: { left: 964, hanging: 964 },
        leftTabStop: 964,
      },
    },
    SignatureLabel: {
      run: { size: m.table, color: COLOURS.softInk },
      paragraph: { keepNext: true, spacing: { before: 60, after: 0 } },
    },
  }
}

/** Only in a form: what an article is for, which the way back knows by its style. */
function formStyles(m: Measures): Record<string, Style> {
  return {
    FormGuidance: {
      run: { size: m.table, color: COLOURS.softInk },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 0, after: m.gap } },
    },
  }
}

/** Only where a look has one. */
function letterheadStyles(m: Measures, look: Look): Record<string, Style> {
  if (look.letterhead === null) return {}
  const toNext = { before: 0, after: 80 }
  const toTitle = { before: 0, after: 480 }
  const spacing = look.letterhead.addressLine === '' ? toTitle : toNext
  return {
    LetterheadLogo: { paragraph: { keepNext: true, spacing } },
    LetterheadName: {
      run: { ...headingFont(look), size: m.heading, bold: true, color: look.heading },
      paragraph: { keepNext: true, spacing },
    },
    LetterheadAddress: { run: { size: m.table, color: COLOURS.softInk }, paragraph: { spacing: toTitle } },
  }
}

function frontStyles(m: Measures, layout: Outline['layout'], look: Look): Record<string, Style> {
  const right = pageOf(layout).text
  const small = { size: Math.round(16 * look.bodyFont.size), color: COLOURS.softInk }
  return {
    DraftMark: {
      run: { bold: true, size: m.body, color: COLOURS.attention, allCaps: false },
      paragraph: { spacing: { before: 0, after: 60 } },
    },
    TitleLead: {
      run: { color: COLOURS.softInk },
      paragraph: { spacing: { before: layout === 'short' ? 0 : 240, after: 40 } },
    },
    TitleParty: { run: { size: m.body + 3 }, paragraph: { spacing: { before: 40, after: 40 } } },
    TitleFact: {
      paragraph: {
        spacing: { before: 30, after: 30 },
        indent: { left: 1701, hanging: 1701 },
        leftTabStop: 1701,
      },
    },
    TitleRule: {
      run: { size: 8 },
      paragraph: {
        spacing: { before: layout === 'short' ? 40 : 360, after: layout === 'short' ? 60 : 240 },
        border: { top: { style: 'single', size: 8, space: 1, color: look.accent } },
      },
    },
    Header: { run: small, paragraph: { rightTabStop: right } },
    Footer: { run: small, paragraph: { rightTabStop: right } },
    TOCHeading: {
      run: { ...headingFont(look), size: m.heading, bold: true, color: look.heading },
      paragraph: { keepNext: true, spacing: { before: 0, after: 160 } },
    },
    TOC1: {
      paragraph: {
        spacing: { before: 30, after: 30 },
        indent: { left: CONTENTS_COLUMN, hanging: CONTENTS_COLUMN, right: 567 },
        leftTabStop: CONTENTS_COLUMN,
        rightTabStop: right,
      },
    },
  }
}
