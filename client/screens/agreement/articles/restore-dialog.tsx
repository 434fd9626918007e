import { useCallback, useState } from 'react'
import { plainText } from '../../../../shared/outline/plain-text.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Failure } from '../../failure.tsx'
import { useLoad } from '../../load.ts'
import { loadTemplate } from './add-dialog.tsx'
import type { ArticleRoom } from './article-room.ts'
import { findText } from './find-text.ts'
import { partFor, type TemplatePart } from './template-parts.ts'

type Props = {
  room: Pick<ArticleRoom, 'observed' | 'catalog'>
  id: string
  onRestore: (template: Template, part: TemplatePart) => void
  onClose: () => void
}

/** Setting a text back to the template's: shows what would go, to copy, and which edition comes. */
export function RestoreDialog({ room, id, onRestore, onClose }: Props) {
  const { articles, everywhere } = useText()
  const body = room.observed.get()
  const found = findText(id, body, room.catalog)
  const origin = body.articles.find((article) => article.id === id)?.origin ?? null
  const templateId = origin?.templateId ?? body.templateId ?? ''
  const loaded = useLoad(useCallback(() => loadTemplate(templateId), [templateId]))
  if (found === null) return null
  const now = plainText(found.body, body, room.catalog)
  return (
    <Dialog
      look="wide"
      title={articles.restoring.title}
      closeLabel={everywhere.close}
      isOpen
      onClose={onClose}
    >
      <div className="hs-stack">
        <h3 lang="nl">{found.name}</h3>
        {loaded.state === 'broken' ? <Failure failure={loaded.failure} again={loaded.again} /> : null}
        {loaded.state === 'ready' ? (
          <Comparison
            template={loaded.value}
            part={partFor(loaded.value, found.list, origin?.key ?? found.key ?? '', found.heading)}
            edition={origin?.edition ?? body.templateEdition}
            now={now}
            onRestore={onRestore}
          />
        ) : null}
      </div>
    </Dialog>
  )
}

type ComparisonProps = {
  template: Template
  part: TemplatePart | null
  edition: number | null
  now: string
  onRestore: Props['onRestore']
}

function Comparison({ template, part, edition, now, onRestore }: ComparisonProps) {
  const words = useText().articles.restoring
  const [isCopied, setCopied] = useState(false)
  if (part === null) return <p>{words.gone}</p>
  const copy = () => void navigator.clipboard?.writeText(now).then(() => setCopied(true))
  return (
    <>
      <p>
        {words.from(template.title, template.edition)}{' '}
        {edition === null || edition === template.edition ? null : words.otherEdition(edition)}
      </p>
      <p>{words.copyFirst}</p>
      <label className="hs-stack">
        {words.now}
        <textarea className="hs-article-now" lang="nl" readOnly value={now} />
      </label>
      <p>
        <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
          {isCopied ? words.copied : words.copy}
        </Button>
      </p>
      <p>
        <Button look="primary" onPress={() => onRestore(template, part)}>
          {words.confirm}
        </Button>
      </p>
    </>
  )
}
