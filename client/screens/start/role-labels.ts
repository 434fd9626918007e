/** What the parties of a model are called, in their order: those of one kind are told apart by a number. */
export function roleLabels(roles: readonly { role: string; label: string }[]): string[] {
  return roles.map(({ role, label }, place) => {
    const alike = roles.filter((other) => other.role === role)
    const before = roles.slice(0, place).filter((other) => other.role === role)
    return alike.length > 1 ? `${label} ${before.length + 1}` : label
  })
}
