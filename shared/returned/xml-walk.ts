import type { XmlElement } from './xml.ts'

/** The elements in an element; none in none. */
export function elementsOf(parent: XmlElement | null): XmlElement[] {
  return (parent?.children ?? []).filter((child) => typeof child !== 'string')
}

/** The first element of this name in an element, or null. */
export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  return elementsOf(parent).find((child) => child.name === name) ?? null
}

/** The text that stands directly in an element. */
export function textOf({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('')
}

/** What a property says (`w:val`); null where there is none. */
export function settingOf(property: XmlElement | null): string | null {
  return property?.attributes['w:val'] ?? null
}
