import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import type { Outline } from '../outline/outline.ts'
import type { Look } from './look.ts'

type Levels = INumberingOptions['config'][number]

/**
 * The lists of the file. Articles and annexes are multilevel lists whose levels are linked to styles, so that Word numbers
 * headings, clauses and sub-clauses by itself: the numbers are never typed. Equal to the numbers of the outline.
 */
export function numberingOf(outline: Outline, look: Look): INumberingOptions {
  const short = outline.layout === 'short'
  const article = outline.sections.find((section) => section.number !== null)?.label ?? ''
  const annex = outline.annexes[0]?.label ?? ''
  return {
    config: [
      {
        reference: 'articles',
        levels: [
          heading('Heading1', article, article === '' ? 567 : 1474),
          clause('Clause', '%1.%2', short ? 567 : 709),
          ...subclauses('Subclause', short ? 567 : 709),
        ],
      },
      {
        reference: 'annexes',
        levels: [
          heading('AnnexHeading', annex, 1474),
          clause('AnnexClause', '%2.', 567),
          ...subclauses('AnnexSubclause', 567),
        ],
      },
      lettersOfUnnumbered(),
      bullets(look),
      steps(),
    ],
  }
}

function heading(style: string, label: string, hanging: number): ILevelsOptions {
  const text = label === '' ? '%1.' : `${label.replaceAll('%', '')} %1`
  return level(0, LevelFormat.DECIMAL, text, hanging, hanging, style)
}

function clause(style: string, text: string, hanging: number): ILevelsOptions {
  return level(1, LevelFormat.DECIMAL, text, hanging, hanging, style)
}

function subclauses(style: string, left: number): ILevelsOptions[] {
  return [
    level(2, LevelFormat.LOWER_LETTER, '%3.', left + 425, 425, `${style}1`),
    level(3, LevelFormat.LOWER_ROMAN, '%4.', left + 850, 425, `${style}2`),
    level(4, LevelFormat.DECIMAL, '%5.', left + 1275, 425, `${style}3`),
  ]
}

/** Sub-clauses of an article without a number begin at a; one instance of this list per article. */
function lettersOfUnnumbered(): Levels {
  return {
    reference: 'letters',
    levels: [
      level(0, LevelFormat.LOWER_LETTER, '%1.', 425, 425),
      level(1, LevelFormat.LOWER_ROMAN, '%2.', 850, 425),
      level(2, LevelFormat.DECIMAL, '%3.', 1275, 425),
    ],
  }
}

function bullets({ heading }: Look): Levels {
  const signs = ['•', '–', '•', '–']
  return {
    reference: 'bullets',
    levels: signs.map((sign, index) => ({
      ...level(index, LevelFormat.BULLET, sign, 709 + index * 340, 340, `Bullet${index + 1}`, heading),
    })),
  }
}

function steps(): Levels {
  return { reference: 'steps', levels: [level(0, LevelFormat.DECIMAL, '%1.', 1134, 425)] }
}

function level(
  index: number,
  format: ILevelsOptions['format'] & string,
  text: string,
  left: number,
  hanging: number,
  style?: string,
  colour?: string,
): ILevelsOptions {
  return {
    level: index,
    format,
    text,
    alignment: AlignmentType.START,
    suffix: LevelSuffix.TAB,
    style: {
      paragraph: { indent: { left, hanging } },
      ...(colour ? { run: { color: colour, font: 'Arial' } } : {}),
      ...(style ? { style } : {}),
    },
  }
}
