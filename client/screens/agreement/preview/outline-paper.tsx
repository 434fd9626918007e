import type { Theme } from '../../../../shared/agreement/theme.ts'
import { directionOf } from '../../../../shared/agreement/words-direction.ts'
import type { Outline } from '../../../../shared/outline/outline.ts'
import { Letterhead, lookStyle } from '../../paper-look.tsx'
import { Inlines } from './outline-inlines.tsx'
import { numberWords, OutlineSection } from './outline-section.tsx'
import { previewId } from './preview-id.ts'
import './preview.css'

type OutlinePaperProps = { outline: Outline; theme?: Theme | null }

/**
 * An outline as sheets of paper, as the Word file has them: title page, contents, articles, and each annex on its own. With the look of
 * whose paper it is; plain without.
 */
export function OutlinePaper({ outline, theme = null }: OutlinePaperProps) {
  const isShort = outline.layout === 'short'
  const articles = outline.sections.map((section) => (
    <OutlineSection key={section.id} section={section} kind="article" />
  ))
  return (
    <article
      className="hs-leaves"
      data-layout={outline.layout}
      {...(theme === null ? {} : { 'data-look': 'own', style: lookStyle(theme) })}
      lang={outline.language}
      dir="ltr"
    >
      {isShort ? (
        <div className="hs-leaf">
          <Front outline={outline} theme={theme} />
          {articles}
        </div>
      ) : (
        <>
          <div className="hs-leaf hs-leaf--front">
            <Front outline={outline} theme={theme} />
          </div>
          <div className="hs-leaf">
            <Contents outline={outline} />
          </div>
          <div className="hs-leaf">{articles}</div>
        </>
      )}
      {outline.annexes.map((section) => (
        <div key={section.id} className="hs-leaf">
          <OutlineSection section={section} kind="annex" />
        </div>
      ))}
    </article>
  )
}

function Front({ outline: { titlePage }, theme }: { outline: Outline; theme: Theme | null }) {
  return (
    <header className="hs-leaf__front">
      {theme === null ? null : (
        <div className="hs-leaf__letterhead">
          <Letterhead theme={theme} />
        </div>
      )}
      {titlePage.draftMark === null ? null : <p className="hs-leaf__draft">{titlePage.draftMark}</p>}
      <h1 dir={directionOf(titlePage.title)}>{titlePage.title}</h1>
      {titlePage.parties.length > 0 ? (
        <>
          <p className="hs-leaf__between">{titlePage.between}</p>
          <ul className="hs-leaf__parties">
            {titlePage.parties.map(({ partyId, name }) => (
              <li key={partyId}>
                <Inlines of={name} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <dl className="hs-leaf__facts hs-leaf__front-facts">
        {titlePage.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function Contents({ outline: { words, sections, annexes } }: { outline: Outline }) {
  return (
    <nav className="hs-leaf__contents" aria-label={words.contents}>
      <h2>{words.contents}</h2>
      <ul>
        {[...sections, ...annexes].map((section) => (
          <li key={section.id}>
            <a href={`#${previewId(section.id)}`}>
              <span>{numberWords(section)} </span>
              <span>{section.heading}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
