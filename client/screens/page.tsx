import { type ReactNode, useEffect } from 'react'
import { useLanguage, useText } from '../text/index.ts'
import { Button, Link } from '../ui/button.tsx'
import { SkipLink } from '../ui/hidden.tsx'
import { Mark } from '../ui/mark.tsx'
import { SharedStrip } from './leave/shared-strip.tsx'
import './page.css'

type PageProps = {
  /** Name of the page, for the tab and the history. */
  title: string
  /** The start page itself, which carries the mark and the name in its content. */
  isHome?: boolean
  /** Ways to other pages, in the bar. */
  links?: ReactNode
  children: ReactNode
}

/** A page of words: bar above, one column of content. The agreement has a page of its own. */
export function Page({ title, isHome = false, links, children }: PageProps) {
  const { everywhere, privacy } = useText()
  usePageTitle(title)
  return (
    <div className="hs-page">
      <SkipLink target="content">{everywhere.skipToContent}</SkipLink>
      <header className="hs-page__bar">
        {isHome ? <span /> : <HomeLink />}
        <div className="hs-page__links">
          {links === undefined ? null : <nav aria-label={everywhere.pages}>{links}</nav>}
          <LanguageSwitch />
        </div>
      </header>
      <SharedStrip />
      <main id="content" tabIndex={-1} className="hs-page__content">
        {children}
      </main>
      <footer className="hs-page__foot">
        <Link href="/privacy">{privacy.menu}</Link>
      </footer>
    </div>
  )
}

function Brand() {
  const { everywhere } = useText()
  return (
    <span className="hs-page__brand">
      <Mark size={28} />
      {everywhere.product}
    </span>
  )
}

/** The mark and the name, leading to the start. */
export function HomeLink() {
  return (
    <span className="hs-page__home">
      <Link href="/">
        <Brand />
      </Link>
    </span>
  )
}

/** One button with the name of the other language, in that language. */
export function LanguageSwitch() {
  const { everywhere } = useText()
  const { language, choose } = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <span lang={other}>
      <Button look="quiet" icon="language" onPress={() => choose(other)}>
        {everywhere.languages[other]}
      </Button>
    </span>
  )
}

/** Puts the name of the page in the tab. */
export function usePageTitle(title: string): void {
  const { everywhere } = useText()
  useEffect(() => {
    document.title = title === '' ? everywhere.product : `${title} - ${everywhere.product}`
  }, [title, everywhere.product])
}
