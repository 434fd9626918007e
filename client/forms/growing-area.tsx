import { type ComponentPropsWithRef, useLayoutEffect, useRef } from 'react'

type Props = ComponentPropsWithRef<'textarea'> & { area?: React.RefObject<HTMLTextAreaElement | null> }

/**
 * A text area that is as high as its text, so that a cell reads as on paper. A twin behind it holds the same words and gives the
 * height (see inputs.css); it works in every browser and needs no measuring.
 */
export function GrowingArea({ area, ...rest }: Props) {
  const own = useRef<HTMLTextAreaElement>(null)
  const field = area ?? own
  // React writes the default text again at each drawing. A field that never had a value of its own takes that for a new text, and
  // the caret is lost just when somebody comes in; with a value of its own it does not (HTML, "dirty value flag").
  useLayoutEffect(() => {
    const area = field.current
    if (area) area.value = `${area.value}`
  }, [field])
  useLayoutEffect(() => {
    if (field.current) mirror(field.current)
  })
  return (
    <span className="hs-grow">
      <textarea
        {...rest}
        rows={1}
        ref={field}
        onInput={(event) => {
          mirror(event.currentTarget)
          rest.onInput?.(event)
        }}
      />
    </span>
  )
}

/** Tells the twin what the field says. Call it after the text changed from elsewhere. */
export function mirror(field: HTMLTextAreaElement): void {
  const twin = field.parentElement
  const text = field.value || field.placeholder
  if (twin && twin.dataset.text !== text) twin.dataset.text = text
}
