import { useMemo, useRef, useState } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { wordsInText } from '../../shared/agreement/words-in-text.ts'
import { useText } from '../text/index.ts'
import { AnchoredSheet } from '../ui/anchored.tsx'
import { Icon } from '../ui/icon.tsx'
import { useAgreement, useForms } from './forms-agreement.ts'
import type { Rows } from './record-rows.ts'

/** Words with a meaning that can be taken over, to tick. What is ticked stands in the list; unticking takes it out again. */
export function DefinitionLibrary({ rows }: { rows: Rows }) {
  const texts = useText().facts.definitions
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="hs-records__add"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name="articles" size={18} /> {texts.choose}
      </button>
      {isOpen ? (
        <AnchoredSheet anchor={button} label={texts.choose} onClose={() => setOpen(false)}>
          <Terms rows={rows} />
        </AnchoredSheet>
      ) : null}
    </>
  )
}

const whole = (body: AgreementBody) => body

function Terms({ rows }: { rows: Rows }) {
  const { catalog } = useForms()
  const texts = useText().facts.definitions
  const body = useAgreement(whole)
  const used = useMemo(
    () =>
      wordsInText(
        body,
        catalog.definitions.map(({ term }) => term),
      ),
    [body, catalog],
  )
  const keyOf = (term: string): string | null => {
    const found = rows.records.find((record) => sameTerm(record.term, term))
    return found ? rows.keyOf(found) : null
  }
  const toggle = (isIn: boolean, definition: { term: string; meaning: string }) => {
    const key = keyOf(definition.term)
    if (isIn && key === null) rows.add(definition)
    if (!isIn && key !== null) rows.remove(key)
  }
  return (
    <div className="hs-ticks hs-library">
      <p className="hs-field-row__help">{texts.help}</p>
      {catalog.definitions.map((definition) => (
        <label key={definition.term} className="hs-tick hs-library__term">
          <input
            type="checkbox"
            checked={keyOf(definition.term) !== null}
            onChange={(event) => toggle(event.currentTarget.checked, definition)}
          />
          <span lang="nl">
            <strong>{definition.term}</strong>
            {used.has(definition.term) ? <em> ({texts.inText})</em> : null}
            <br />
            {definition.meaning}
          </span>
        </label>
      ))}
    </div>
  )
}

const sameTerm = (found: unknown, term: string): boolean =>
  typeof found === 'string' && found.trim().toLowerCase() === term.toLowerCase()
