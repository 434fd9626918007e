/** A drawing as plain data, in twentieths of a point from its top left corner. Colours are hexadecimal, as in styles. */
export type Drawing = { width: number; height: number; shapes: readonly Shape[] }

export type Shape =
  | { kind: 'box'; x: number; y: number; width: number; height: number; fill: string }
  | {
      kind: 'text'
      x: number
      /** Of the line on which the letters stand. */
      y: number
      text: string
      /** Of the letters. */
      size: number
      colour: string
      bold: boolean
      align: 'start' | 'middle' | 'end'
      /** Written from the bottom to the top. */
      upward: boolean
    }

export function box(x: number, y: number, width: number, height: number, fill: string): Shape {
  return { kind: 'box', x, y, width, height, fill }
}

type Look = Partial<Omit<Extract<Shape, { kind: 'text' }>, 'kind' | 'x' | 'y' | 'text'>>

export function label(x: number, y: number, text: string, look: Look): Shape {
  const usual = { size: 160, colour: '1B2430', bold: false, align: 'start', upward: false } as const
  return { kind: 'text', x, y, text, ...usual, ...look }
}
