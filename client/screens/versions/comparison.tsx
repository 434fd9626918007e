import { useMemo } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { compareSnapshots, type FactChange } from '../../../shared/agreement/compare-snapshots.ts'
import type { Version } from '../../../shared/protocol/endpoints-versions.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { ThenText } from '../agreement/history/then-text.tsx'
import { type ComparedSection, comparedSections, paperOf } from './compared-sections.ts'
import { saidFact, saidRow } from './fact-said.ts'
import { Restore } from './restore.tsx'

type Props = {
  was: AgreementBody
  now: AgreementBody
  catalog: Catalog
  /** Puts an article back as this version has it; null where that can not be done from here. */
  back: { agreementId: string; version: Version; onRestored: (name: string) => void } | null
}

/** What differs between two states: the facts by the names of their forms, and every article that reads otherwise, word by word. */
export function Comparison({ was, now, catalog, back }: Props) {
  const { versions } = useText()
  const { changes, sections } = useMemo(() => {
    const changes = compareSnapshots(was, now)
    const moved = new Set(changes.texts.flatMap(({ id, isMoved }) => (isMoved ? [id] : [])))
    return { changes, sections: comparedSections(paperOf(was, catalog), paperOf(now, catalog), moved) }
  }, [was, now, catalog])
  const { facts } = changes
  if (facts.length === 0 && sections.length === 0)
    return <Callout kind="good">{versions.nothingDiffers}</Callout>
  return (
    <>
      <p role="status" className="hs-versions__sum">
        {versions.sum(sections.length, facts.length)}
      </p>
      {sections.map((section) => (
        <ChangedSection key={section.id} section={section} back={back} />
      ))}
      {facts.length === 0 ? null : (
        <section className="hs-sheet hs-versions__part" aria-labelledby="changed-facts">
          <h2 id="changed-facts">{versions.facts}</h2>
          <ul className="hs-versions__facts">
            {facts.map((fact) => (
              <li key={fact.kind === 'row' ? `${fact.list} ${fact.id} ${fact.state}` : fact.address}>
                <Fact fact={fact} was={was} now={now} catalog={catalog} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ChangedSection({ section, back }: { section: ComparedSection; back: Props['back'] }) {
  const { versions } = useText()
  const { was, now, state, kind, isMoved, id } = section
  const shown = now ?? was
  if (shown === null) return null
  const name = [shown.number === null ? '' : `${shown.label} ${shown.number}`.trim(), shown.heading]
    .filter(Boolean)
    .join(' ')
  const isOtherHeading = was !== null && now !== null && was.heading !== now.heading
  return (
    <section className="hs-sheet hs-versions__part">
      <h2 lang="nl">{name || versions.unnamed}</h2>
      <p className="hs-soft">
        {[
          state === 'changed' ? versions.states.changed : versions.states[state],
          isMoved ? versions.moved : '',
          isOtherHeading ? versions.headingWas(was?.heading ?? '') : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ThenText
        drawn={{ was: was ?? shown, now: state === 'changed' ? now : null }}
        kind={kind}
        withDifferences={state === 'changed'}
      />
      {back === null || was === null ? null : (
        <Restore
          agreementId={back.agreementId}
          version={back.version}
          article={{ id, name }}
          onRestored={() => back.onRestored(name)}
        />
      )}
    </section>
  )
}

type FactProps = { fact: FactChange; was: AgreementBody; now: AgreementBody; catalog: Catalog }

function Fact({ fact, was, now, catalog }: FactProps) {
  const { versions } = useText()
  if (fact.kind === 'row')
    return (
      <>
        <strong lang="nl">{saidRow(fact, was, now, catalog)}</strong>
        <span>{versions.rows[fact.state]}</span>
      </>
    )
  const said = saidFact(fact, was, now, catalog)
  const parts = fact.parts ?? [
    { state: 'gone' as const, text: said.was ?? versions.empty },
    { state: 'came' as const, text: said.now ?? versions.empty },
  ]
  const hasWords = said.was !== null || said.now !== null
  return (
    <>
      <strong lang="nl">{said.name}</strong>
      <span className="hs-then" lang="nl" dir="auto">
        {hasWords
          ? parts.map((part, index) => {
              if (part.state === 'same') return part.text
              const Mark = part.state === 'gone' ? 'del' : 'ins'
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and are drawn anew together
                <Mark key={index}>
                  <span className="hs-hidden">
                    [{part.state === 'gone' ? versions.wasWord : versions.nowWord}:{' '}
                  </span>
                  {part.text}
                  <span className="hs-hidden">]</span>{' '}
                </Mark>
              )
            })
          : versions.otherwise}
      </span>
    </>
  )
}
