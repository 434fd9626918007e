/** The one name no value may carry: decoders would take it for the prototype. */
export const FORBIDDEN_NAME = '__proto__'

/** Any JSON value without the forbidden name, with text that every encoding can carry (no lone surrogates) and no negative zero; what JSON cannot say is null. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number') return wellFormedNumber(value)
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    const entries = Object.entries(value).filter(([name]) => name !== FORBIDDEN_NAME)
    return Object.fromEntries(entries.map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]))
  }
  return typeof value === 'boolean' ? value : null
}

function wellFormedNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null
  return value === 0 ? 0 : value
}

/** True when the forbidden name stands anywhere inside. */
export function holdsForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => name === FORBIDDEN_NAME || holdsForbiddenName(inner))
}
