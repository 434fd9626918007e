import type { Block } from '../../../../shared/outline/outline.ts'
import type { DiffPart } from '../../../../shared/support/word-diff.ts'
import { useText } from '../../../text/index.ts'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { OutlineBlock, shownNumber } from '../preview/outline-section.tsx'
import { type ComparedBlock, compareBlocks, type ThenAndNow } from './compare-sections.ts'
import '../preview/preview.css'
import './then-text.css'

type Props = { drawn: ThenAndNow; kind: 'article' | 'annex'; withDifferences: boolean }

/** A text as it was then; with what became of it since, marked by sign, words and colour together. */
export function ThenText({ drawn: { was, now }, kind, withDifferences }: Props) {
  const compared: ComparedBlock[] =
    withDifferences && now !== null
      ? compareBlocks(was.content, now.content)
      : was.content.map((block) => ({ state: 'same', block }))
  return (
    <article className="hs-leaves hs-then" data-layout="full" lang="nl">
      <div className="hs-leaf">
        <section>
          {compared.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id and are drawn anew together
            <Compared key={index} compared={each} section={was} kind={kind} />
          ))}
        </section>
      </div>
    </article>
  )
}

type ComparedProps = { compared: ComparedBlock; section: ThenAndNow['was']; kind: 'article' | 'annex' }

function Compared({ compared, section, kind }: ComparedProps) {
  const draw = (block: Block) => <OutlineBlock block={block} section={section} kind={kind} />
  switch (compared.state) {
    case 'same':
      return draw(compared.block)
    case 'changed': {
      const number = shownNumber(compared.block, section, kind)
      return (
        <p
          className={number === null ? undefined : 'hs-leaf__clause'}
          data-style={compared.block.style}
          data-level={compared.block.level}
        >
          {number === null ? null : <span className="hs-leaf__clause-number">{number} </span>}
          <span>
            {compared.parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Part key={index} part={part} />
            ))}
          </span>
        </p>
      )
    }
    default:
      return <Whole state={compared.state}>{draw(compared.block)}</Whole>
  }
}

function Part({ part: { state, text } }: { part: DiffPart }) {
  const words = useText().history.asItWas
  if (state === 'same') return text
  const Mark = state === 'gone' ? 'del' : 'ins'
  return (
    <Mark className="hs-then__part">
      <VisuallyHidden>[{words[state]}: </VisuallyHidden>
      {text}
      <VisuallyHidden>]</VisuallyHidden>
    </Mark>
  )
}

/** A whole paragraph or table, with the word for it above. */
function Whole({ state, children }: { state: 'gone' | 'came'; children: React.ReactNode }) {
  const words = useText().history.asItWas
  return (
    <div className={`hs-then__whole hs-then__whole--${state}`}>
      <p className="hs-then__word">{words[state]}</p>
      {children}
    </div>
  )
}
