import { useCallback, useState } from 'react'
import { removedIds, type TextList } from '../../../../shared/document/article-edit.ts'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { type Template, template as templateSchema } from '../../../../shared/template/template.ts'
import { CallFailed, call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Failure } from '../../failure.tsx'
import { useLoad } from '../../load.ts'
import type { ArticleRoom } from './article-room.ts'
import { findText } from './find-text.ts'
import { partsLeft, partsOf, type TemplatePart } from './template-parts.ts'

/** What was chosen to be added. */
export type Addition =
  | { kind: 'blank'; heading: string }
  | { kind: 'part'; template: Template; part: TemplatePart }
  | { kind: 'back'; id: string }

type Props = {
  room: Pick<ArticleRoom, 'doc' | 'observed' | 'catalog' | 'template'>
  list: TextList
  after: string | null
  onAdd: (addition: Addition) => void
  onClose: () => void
}

/** Choosing an article or annex to add: put back, from the template, from another one, or one's own. */
export function AddDialog({ room, list, after, onAdd, onClose }: Props) {
  const { articles: words, everywhere } = useText()
  const { template, observed } = room
  const body = observed.get()
  const placedAfter = after === null ? null : findText(after, body, room.catalog)
  const removed = removedIds(room.doc, list).flatMap((id) =>
    body.removedTexts
      .filter((text) => text.id === id)
      .map((text) => ({ key: id, heading: text.heading ?? '' })),
  )
  const left =
    template === null
      ? []
      : partsLeft(template, list, body).filter((part) =>
          removed.every(({ heading }) => heading !== part.heading),
        )
  return (
    <Dialog
      look="wide"
      title={list === 'articles' ? words.add.article : words.add.annex}
      closeLabel={everywhere.close}
      isOpen
      onClose={onClose}
    >
      <div className="hs-add-text">
        {placedAfter === null ? null : <p>{words.add.placed(placedAfter.name)}</p>}
        {removed.length === 0 ? null : (
          <Choices
            title={words.add.removed}
            choices={removed.map((each) => ({ ...each, note: null }))}
            onChoose={(id) => onAdd({ kind: 'back', id })}
          />
        )}
        {template === null ? null : (
          <Parts
            title={words.add.fromThis}
            template={template}
            parts={left}
            onAdd={onAdd}
            empty={words.add.allThere}
          />
        )}
        <Blank onAdd={onAdd} />
        <OtherTemplate list={list} ownId={template?.id ?? null} onAdd={onAdd} />
      </div>
    </Dialog>
  )
}

type ChoicesProps = {
  title: string
  choices: readonly { key: string; heading: string; note: string | null }[]
  onChoose: (key: string) => void
  empty?: string
}

function Choices({ title, choices, onChoose, empty }: ChoicesProps) {
  return (
    <section>
      <h3>{title}</h3>
      {choices.length === 0 ? <p className="hs-soft">{empty}</p> : null}
      <ul className="hs-article-choices">
        {choices.map(({ key, heading, note }) => (
          <li key={key}>
            <button type="button" className="hs-article-choice" onClick={() => onChoose(key)}>
              <span lang="nl">{heading}</span>
              {note === null ? null : <small lang="nl">{note}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type PartsProps = {
  title: string
  template: Template
  parts: readonly TemplatePart[]
  onAdd: Props['onAdd']
  empty?: string
}

function Parts({ title, template, parts, onAdd, empty = '' }: PartsProps) {
  return (
    <Choices
      title={title}
      choices={parts.map(({ heading, guidance }, index) => ({ key: String(index), heading, note: guidance }))}
      onChoose={(key) => {
        const part = parts[Number(key)]
        if (part) onAdd({ kind: 'part', template, part })
      }}
      empty={empty}
    />
  )
}

function Blank({ onAdd }: Pick<Props, 'onAdd'>) {
  const { add } = useText().articles
  const [heading, setHeading] = useState('')
  return (
    <form
      className="hs-stack"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd({ kind: 'blank', heading: heading.trim() })
      }}
    >
      <h3>{add.blank}</h3>
      <TextField label={add.blankHeading} value={heading} onChange={setHeading} maxLength={300} />
      <p>
        <Button type="submit" icon="plus">
          {add.blankButton}
        </Button>
      </p>
    </form>
  )
}

function OtherTemplate({
  list,
  ownId,
  onAdd,
}: { list: TextList; ownId: string | null } & Pick<Props, 'onAdd'>) {
  const { add } = useText().articles
  const [chosen, setChosen] = useState<string | null>(null)
  const templates = useLoad(useCallback(async () => (await call(endpoints.listTemplates, {})).templates, []))
  if (templates.state === 'broken') return <Failure failure={templates.failure} again={templates.again} />
  const others = templates.state === 'ready' ? templates.value.filter(({ id }) => id !== ownId) : []
  return (
    <section className="hs-stack">
      <Select
        label={add.fromOther}
        placeholder={add.chooseOther}
        options={others.map(({ id, title }) => ({ key: id, label: title }))}
        value={chosen}
        onChange={setChosen}
        isDisabled={others.length === 0}
      />
      {chosen === null ? null : <PartsOfOther key={chosen} id={chosen} list={list} onAdd={onAdd} />}
    </section>
  )
}

function PartsOfOther({ id, list, onAdd }: { id: string; list: TextList } & Pick<Props, 'onAdd'>) {
  const loaded = useLoad(useCallback(() => loadTemplate(id), [id]))
  if (loaded.state === 'broken') return <Failure failure={loaded.failure} again={loaded.again} />
  if (loaded.state === 'busy') return null
  const { value } = loaded
  return <Parts title={value.title} template={value} parts={partsOf(value, list)} onAdd={onAdd} />
}

/** Fetches a template. Throws a CallFailed when there is none, or none that this page understands. */
export async function loadTemplate(id: string): Promise<Template> {
  const parsed = templateSchema.safeParse(await call(endpoints.getTemplate, { params: { id } }))
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return parsed.data
}
