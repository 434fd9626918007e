import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { readingOutline } from '../../../shared/outline/reading-outline.ts'
import type { Template } from '../../../shared/template/template.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { guidanceOf } from '../agreement/guidance-panel.tsx'
import { OutlineSection } from '../agreement/preview/outline-section.tsx'
import { QrCode } from '../agreement/qr-code.tsx'
import { useTemplate } from '../agreement/use-template.ts'
import { Explanation } from '../reading/explanation.tsx'
import { partsOf, type ReadingPart } from '../reading/parts-of.ts'
import '../agreement/preview/preview.css'

type Props = { agreementId: string; templateId: string | null; partyName: string; url: string | null }

/** Prints the agreement for a support base: the same words as the reading page has, with room to write under each article. */
export function PrintButton({ agreementId, templateId, partyName, url }: Props) {
  const { print } = useText().consultation
  const template = useTemplate(agreementId, templateId)
  const [isDrawn, setDrawn] = useState(false)
  const start = () => {
    flushSync(() => setDrawn(true))
    window.print()
  }
  return (
    <section className="hs-round__part" aria-labelledby="paper">
      <h2 id="paper">{print.heading}</h2>
      <p>{print.lead}</p>
      <Button icon="print" onPress={start}>
        {print.button}
      </Button>
      {isDrawn ? <Slips template={template} partyName={partyName} url={url} /> : null}
    </section>
  )
}

type SlipsProps = { template: Template | null; partyName: string; url: string | null }

function Slips({ template, partyName, url }: SlipsProps) {
  const { print, links } = useText().consultation
  const { store, catalog } = useForms()
  const outline = readingOutline(store.get(), catalog, { status: 'draft' })
  const parts = partsOf(outline, [])
  // Beside the page: on paper it is alone.
  return createPortal(
    <div className="hs-slips" lang={outline.language} dir="ltr">
      <header>
        <div>
          <p>{print.intro(partyName)}</p>
          <h1>{outline.title}</h1>
          <p>{print.how}</p>
          <p className="hs-slips__back">
            {print.back}: <span />
          </p>
        </div>
        {url === null ? null : (
          <div className="hs-slips__code">
            <QrCode text={url} label={links.qr} />
            <p>{print.scan}</p>
          </div>
        )}
      </header>
      {parts.map((part) => (
        <div key={part.section.id} className="hs-slips__part">
          <Explanation part={{ ...part, ...explained(part, template) }} />
          <div className="hs-leaves">
            <div className="hs-leaf">
              <OutlineSection section={part.section} kind={part.kind} />
            </div>
          </div>
          <Slip words={print.slip(part.name)} />
        </div>
      ))}
      <Slip words={print.slipWhole} />
    </div>,
    document.body,
  )
}

function explained(part: ReadingPart, template: Template | null): Pick<ReadingPart, 'guidance' | 'question'> {
  const { kind, section } = part
  const found = template === null ? null : guidanceOf({ kind, key: section.key }, template)
  return found ?? { guidance: null, question: null }
}

function Slip({ words }: { words: string }) {
  const { print } = useText().consultation
  return (
    <div className="hs-slip">
      <p className="hs-slip__question">{words}</p>
      <p className="hs-slip__boxes">
        {[print.good, print.change, print.unclear].map((word) => (
          <span key={word}>
            <span className="hs-slip__box" /> {word}
          </span>
        ))}
      </p>
      <span className="hs-slip__rule" />
      <span className="hs-slip__rule" />
      <span className="hs-slip__rule" />
    </div>
  )
}
