/** Colours as "#0B5563" or "0B5563", and how they look on each other. */

/** How much a colour stands out on another, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** A part (0 to 1) of a colour, the rest white; as "0B5563". */
export function mixedWithWhite(colour: string, part: number): string {
  return channels(colour)
    .map((channel) => Math.round(255 - (255 - channel) * part))
    .map((channel) => channel.toString(16).padStart(2, '0').toUpperCase())
    .join('')
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  const hex = colour.replace('#', '')
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
