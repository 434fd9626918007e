import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Select } from '../../ui/select.tsx'
import { Failure } from '../failure.tsx'
import { Form } from '../form.tsx'
import { useAction, useLoad } from '../load.ts'

const NEVER = 'never'
/** Terms to choose from; another one that was set by a program is shown too. */
const MONTHS = [6, 12, 24, 36, 60, 84, 120]

const loadPrivacy = () => call(endpoints.getPrivacy, {})

/** For admins: how long agreements stay after their last change. */
export function Retention() {
  const loaded = useLoad(loadPrivacy)
  if (loaded.state === 'busy') return null
  if (loaded.state === 'broken') return <Failure failure={loaded.failure} again={loaded.again} />
  return <Choice months={loaded.value.months} />
}

function Choice({ months }: { months: number | null }) {
  const text = useText().privacy.retention
  const [chosen, setChosen] = useState(months === null ? NEVER : String(months))
  const [said, setSaid] = useState('')
  const save = useAction(
    () => call(endpoints.changeRetention, { body: { months: chosen === NEVER ? null : Number(chosen) } }),
    () => setSaid(text.saved),
  )
  const submit = () => {
    setSaid('')
    save.run(undefined)
  }
  const known =
    months === null || MONTHS.includes(months) ? MONTHS : [...MONTHS, months].sort((a, b) => a - b)
  const terms = known.map((each) => ({ key: String(each), label: text.after(each) }))
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="retention">
      <h2 id="retention">{text.heading}</h2>
      <Form look="secondary" button={text.save} isBusy={save.isBusy} failure={save.failure} onSubmit={submit}>
        <Select
          label={text.label}
          help={text.help}
          options={[{ key: NEVER, label: text.never }, ...terms]}
          value={chosen}
          onChange={setChosen}
        />
      </Form>
      <p className="hs-workspace__said" role="status">
        {said}
      </p>
    </section>
  )
}
