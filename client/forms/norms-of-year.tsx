import { useId } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { takeOverNorms } from '../../shared/document/norms.ts'
import { formatMoney, formatNumber } from '../../shared/outline/format.ts'
import { useText } from '../text/index.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'

const normsOf = (body: AgreementBody) => body.norms

const AMOUNTS = [
  'volunteerHour',
  'volunteerHourUnder21',
  'volunteerMonth',
  'volunteerYear',
  'minimumWagePerHour',
] as const

/** The yearly amounts that this agreement goes by, with year and source, and the way to those of another year. */
export function NormsOfYear() {
  const { doc, catalog } = useForms()
  const texts = useText().facts
  const norms = useOfFacts(normsOf)
  const id = useId()
  const choose = (year: string) => {
    const chosen = catalog.norms.years.find((each) => String(each.year) === year)
    if (chosen) takeOverNorms(doc, chosen)
  }
  return (
    <section className="hs-norms" aria-label={texts.norms.title} data-address="norms.year">
      <p className="hs-table__caption">{texts.norms.title}</p>
      <label className="hs-field-row" htmlFor={id}>
        <span className="hs-field-row__label">{texts.norms.year}</span>
        <span className="hs-field-row__help">{texts.norms.help}</span>
        <select
          id={id}
          className="hs-norms__year"
          value={norms.year ?? ''}
          onChange={(e) => choose(e.target.value)}
        >
          {catalog.norms.years.some(({ year }) => year === norms.year) ? null : (
            <option value={norms.year ?? ''}>{norms.year ?? texts.norms.unknown}</option>
          )}
          {catalog.norms.years.map(({ year }) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <dl className="hs-norms__amounts">
        {AMOUNTS.map((name) => (
          <div key={name}>
            <dt>{texts.norms[name]}</dt>
            <dd>{norms[name] === null ? texts.norms.unknown : formatMoney(norms[name])}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.norms.heavyWorkHoursPerMonth}</dt>
          <dd>
            {norms.heavyWorkHoursPerMonth === null
              ? texts.norms.unknown
              : formatNumber(norms.heavyWorkHoursPerMonth)}
          </dd>
        </div>
      </dl>
      {norms.source === null ? null : <p className="hs-field-row__help">{texts.source(norms.source)}</p>}
    </section>
  )
}
