import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { TemplateSummary } from './overview.tsx'
import { roleLabels } from './role-labels.ts'

/** The examples one can begin with, each with the words that say when it fits. */
export function TemplateCards({ templates }: { templates: readonly TemplateSummary[] }) {
  const { start } = useText()
  return (
    <section className="hs-start__part" aria-labelledby="templates">
      <div className="hs-start__heading">
        <h2 id="templates">{start.templates.heading}</h2>
        <p className="hs-soft">{templates.length === 0 ? start.templates.empty : start.templates.help}</p>
      </div>
      <ul className="hs-start__cards">
        {templates.map((template, place) => (
          <Card key={template.id} template={template} isFirst={place === 0} />
        ))}
      </ul>
    </section>
  )
}

function Card({ template, isFirst }: { template: TemplateSummary; isFirst: boolean }) {
  const { start } = useText()
  return (
    <li className={`hs-start__card ${isFirst ? 'hs-start__card--first' : ''}`}>
      <h3 lang="nl">{template.title}</h3>
      <p lang="nl">{template.when}</p>
      <p className="hs-soft hs-start__roles" lang="nl">
        {roleLabels(template.roles).join(', ')}
      </p>
      <ButtonLink
        look={isFirst ? 'primary' : 'secondary'}
        href={`/?new=${encodeURIComponent(template.id)}`}
        aria-label={start.templates.chooseNamed(template.title)}
      >
        {start.templates.choose}
      </ButtonLink>
    </li>
  )
}
