import { useRef, useState } from 'react'
import { addToSet, removeFromSet } from '../../shared/document/edit.ts'
import { useText } from '../text/index.ts'
import { AnchoredSheet } from '../ui/anchored.tsx'
import { useForms } from './forms-agreement.ts'
import type { InputProps } from './input-props.ts'
import type { Option } from './options.ts'

/** Several of some named things: their names as words, and behind a press the whole list to tick. */
export function SetInput({
  address,
  value,
  label,
  placeholder,
  options,
}: InputProps & { options: readonly Option[] }) {
  const texts = useText().forms
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const keys = Array.isArray(value) ? value.map(String) : []
  const names = keys.map((key) => options.find((option) => option.key === key)?.label ?? texts.gone)
  const words = names.length === 0 ? (placeholder ?? texts.choose) : names.join(', ')
  return (
    <>
      <button
        ref={button}
        type="button"
        className="hs-set"
        data-empty={names.length === 0 || undefined}
        aria-label={`${label}: ${words}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {words}
      </button>
      {isOpen ? (
        <AnchoredSheet anchor={button} label={label} onClose={() => setOpen(false)}>
          <Ticks address={address} keys={keys} options={options} />
        </AnchoredSheet>
      ) : null}
    </>
  )
}

function Ticks({
  address,
  keys,
  options,
}: {
  address: string
  keys: readonly string[]
  options: readonly Option[]
}) {
  const { doc } = useForms()
  const texts = useText().forms
  const gone = keys.filter((key) => !options.some((option) => option.key === key))
  return (
    <div className="hs-ticks">
      {[...options, ...gone.map((key) => ({ key, label: texts.gone }))].map((option) => (
        <label key={option.key} className="hs-tick">
          <input
            type="checkbox"
            checked={keys.includes(option.key)}
            onChange={(event) =>
              event.currentTarget.checked
                ? addToSet(doc, address, option.key)
                : removeFromSet(doc, address, option.key)
            }
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
