const times = (count: number) => {
  if (count === 0) return 'Nog niemand kwam binnen'
  return count === 1 ? '1 persoon kwam binnen' : `${count} mensen kwamen binnen`
}

/** Links, the room code, and closing them: for whoever leads. */
export const sharing = {
  busy: 'Wij halen de links op.',
  code: {
    heading: 'Code voor in de zaal',
    lead: 'Voor mensen die hier bij elkaar zitten: zij gaan naar het adres en typen de code.',
    open: 'Toon een code',
    opening: 'De code wordt gemaakt',
    again: 'Maak een nieuwe code',
    /** A code is open, but this page cannot show it any more. */
    openElsewhere: (until: string) =>
      `Er is een code open tot ${until}. Deze pagina kan hem niet meer tonen. Maak een nieuwe; de oude stopt dan.`,
    goTo: 'Ga naar',
    andType: 'en typ',
    orScan: 'Of scan',
    qr: 'QR-code waarmee u met deze code binnenkomt',
    until: (moment: string, count: number) => `Werkt tot ${moment}. ${times(count)}.`,
    large: 'Groot op het scherm',
    close: 'Sluit de code',
    closing: 'De code wordt gesloten',
  },
  links: {
    heading: 'Links',
    until: (moment: string) => `tot ${moment}`,
    uses: times,
    notUsed: 'nog niet gebruikt',
    asksFirst: 'u laat mensen zelf binnen',
    notHere: 'Deze link kan niet opnieuw worden getoond. Kwijt? Maak een nieuwe en trek deze in.',
    revoke: 'Trek in',
    revokeNamed: (name: string) => `Trek in: ${name}`,
    revokeAsk: (name: string) => `${name} intrekken?`,
    revokeMeans: 'Met deze link komt dan niemand meer binnen. Wie al meedoet, blijft meedoen.',
    revokeYes: 'Ja, trek in',
    revoking: 'De link wordt ingetrokken',
    revoked: (name: string) => `Ingetrokken: ${name}.`,
    over: (count: number) =>
      count === 1 ? '1 link die niet meer werkt' : `${count} links die niet meer werken`,
    revokedAt: (moment: string) => `ingetrokken ${moment}`,
    expiredAt: (moment: string) => `verlopen ${moment}`,
  },
  make: {
    open: 'Maak een andere link',
    heading: 'Een nieuwe link',
    forWhom: 'Voor wie',
    nobody: 'Geen partij',
    role: 'Wat mogen zij',
    roles: {
      facilitator: 'Meebegeleiden',
      writer: 'Schrijven',
      commenter: 'Lezen en opmerkingen maken',
      reader: 'Alleen lezen',
      signatory: 'Lezen en ondertekenen',
    },
    label: 'Naam van de link',
    labelHelp: 'Bijvoorbeeld: bestuur van Stichting X. Zo ziet u later wie erlangs kwam.',
    until: 'Hoe lang werkt hij',
    untils: { tonight: 'Tot vanavond', week: 'Een week', quarter: '90 dagen' },
    askFirst: 'Ik laat iedereen zelf binnen',
    button: 'Maak de link',
  },
  closeAll: {
    button: 'Sluit alle links',
    busy: 'De links worden gesloten',
    heading: 'Alle links sluiten?',
    body: 'De links en de code werken dan niet meer. Wie al meedoet, blijft meedoen.',
    done: (count: number) => (count === 1 ? '1 link is gesloten.' : `${count} links zijn gesloten.`),
  },
}
