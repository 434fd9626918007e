const named = (name: string) => name || 'dit artikel'

/** Articles and annexes as things: adding, moving, taking out, setting back. */
export const articles = {
  menu: (name: string) => `${named(name)}: verplaatsen en meer`,
  menuHint: 'Sleep om te verplaatsen, of gebruik Alt met pijl omhoog of omlaag.',
  up: 'Omhoog',
  down: 'Omlaag',
  addAfter: 'Hierna een artikel toevoegen',
  addAnnexAfter: 'Hierna een bijlage toevoegen',
  restore: 'Tekst van het model terugzetten',
  remove: 'Weghalen',
  moved: (name: string, place: number, count: number) =>
    `${named(name)} staat nu op plaats ${place} van ${count}.`,
  removed: (name: string) => `${named(name)} is weggehaald.`,
  undo: 'Ongedaan maken',
  /** What another did with the article one stood in. */
  byOther: {
    who: (name: string, party: string | null) => (party === null ? name : `${name} (${party})`),
    removed: (who: string, name: string) =>
      `${who} heeft dit weggehaald: ${named(name)}. Alle woorden zijn bewaard.`,
    moved: (who: string, name: string, now: string | null) =>
      `${who} heeft dit verplaatst: ${named(name)}.${now === null ? '' : ` Het is nu ${now}.`}`,
    putBack: 'Zet het terug',
  },
  notice: 'Melding',
  dismiss: 'Melding sluiten',
  toFill: (count: number) => `${count} in te vullen`,
  toFillIn: (count: number, name: string) => `${count} in te vullen in ${named(name)}`,
  add: {
    article: 'Artikel toevoegen',
    annex: 'Bijlage toevoegen',
    placed: (name: string) => `Het komt na ${named(name)}.`,
    removed: 'Weggehaald: terugzetten met alle woorden',
    fromThis: 'Uit het model van deze overeenkomst',
    allThere: 'Alles uit dit model staat er al.',
    fromOther: 'Uit een ander model',
    chooseOther: 'Kies een model',
    blank: 'Zelf schrijven',
    blankHeading: 'Kop',
    blankButton: 'Leeg toevoegen',
    required: 'hoort erbij',
  },
  restoring: {
    title: 'Tekst van het model terugzetten',
    from: (template: string, edition: number) =>
      `U zet de tekst terug van het model ‘${template}’, uitgave ${edition}.`,
    otherEdition: (edition: number) => `Dit artikel kwam uit uitgave ${edition}.`,
    now: 'De tekst zoals die nu is',
    copyFirst:
      'Wilt u er iets van bewaren? Kopieer het dan eerst. U kunt het terugzetten ook ongedaan maken.',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
    confirm: 'Zet de tekst van het model terug',
    same: 'De tekst is al gelijk aan het model.',
    gone: 'Het model heeft dit artikel niet meer. Uw tekst blijft staan.',
  },
  definition: {
    title: (role: string) => `Er zijn nu meer partijen in de rol ‘${role}’.`,
    body: (term: string) => `Leg uit wie met ‘${term}’ bedoeld wordt. Dit voorstel komt bij de begrippen:`,
    add: 'Voeg toe aan de begrippen',
  },
}
