type Vulnerability = {
  name: string
  severity: string
  range: string
  via: (string | { title?: string; url?: string })[]
}

/** What `npm audit --json` found, one sentence a package; null when the registry gave no answer to it. */
export function readAudit(text: string): string[] | null {
  const { vulnerabilities } = parsed(text) as { vulnerabilities?: Record<string, Vulnerability> }
  if (vulnerabilities === undefined) return null
  return Object.values(vulnerabilities).map(({ name, severity, range, via }) => {
    const reasons = via.map((one) =>
      typeof one === 'string' ? `through ${one}` : `${one.title ?? ''} ${one.url ?? ''}`.trim(),
    )
    return `${name} ${range}: ${severity}; ${reasons.join('; ')}`
  })
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
