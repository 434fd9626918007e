import { useRef, useState } from 'react'
import type { Finding } from '../../../shared/advice/finding.ts'
import { SEVERITIES } from '../../../shared/advice/rule-texts.ts'
import { useText } from '../../text/index.ts'
import { FindingCard } from './finding-card.tsx'
import { useAdvice } from './use-advice.ts'

type Props = { findings: readonly Finding[]; onSaid: (words: string) => void }

/** The open advice by urgency. A card that somebody works on stays in its place until they are done, also once it is solved. */
export function FindingsList({ findings, onSaid }: Props) {
  const { severity: words } = useText().advice
  const { rules } = useAdvice()
  const [held, setHeld] = useState<ReadonlyMap<string, Finding>>(new Map())
  const around = useRef<HTMLDivElement>(null)
  const shown = inOrder(withHeld(findings, held), [...rules.keys()])
  const hold = (finding: Finding) => setHeld(new Map(held).set(finding.slug, finding))
  const letGo = (slug: string) => {
    const left = new Map(held)
    left.delete(slug)
    setHeld(left)
    goOnAfter(around.current, slug)
  }
  return (
    <div ref={around} className="hs-advice__groups">
      {SEVERITIES.map((severity) => {
        const group = shown.filter((finding) => finding.severity === severity)
        if (group.length === 0) return null
        return (
          <section key={severity} className="hs-advice__group" aria-labelledby={`advice-${severity}`}>
            <h2 id={`advice-${severity}`}>
              {words[severity].heading} <span className="hs-advice__count">{group.length}</span>
            </h2>
            <p className="hs-soft">{words[severity].help}</p>
            <ul className="hs-advice__cards">
              {group.map((finding) => (
                <FindingCard
                  key={finding.slug}
                  finding={finding}
                  isSolved={!findings.some(({ slug }) => slug === finding.slug)}
                  onHold={hold}
                  onDone={letGo}
                  onSaid={onSaid}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function withHeld(findings: readonly Finding[], held: ReadonlyMap<string, Finding>): Finding[] {
  const open = new Set(findings.map(({ slug }) => slug))
  return [...findings, ...[...held.values()].filter(({ slug }) => !open.has(slug))]
}

function inOrder(findings: readonly Finding[], slugs: readonly string[]): Finding[] {
  return findings.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
}

/** Who is done with a card goes on at the next one; the keyboard never falls back to the top of the page. */
function goOnAfter(around: HTMLElement | null, slug: string): void {
  const headings = [...(around?.querySelectorAll<HTMLElement>('.hs-advice__card h3') ?? [])]
  const at = headings.findIndex((heading) => heading.closest('li')?.id === slug)
  ;(headings[at + 1] ?? headings[at - 1])?.focus()
}
