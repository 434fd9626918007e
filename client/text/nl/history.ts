/** Who changed what and when, what is new since one's last visit, and a text as it was. */
export const history = {
  tab: 'Geschiedenis',
  title: 'Geschiedenis',
  busy: 'Wij halen de geschiedenis op.',
  again: 'Opnieuw ophalen',
  notRefreshed: 'Het ophalen van het nieuwste lukte niet. Dit is wat wij al hadden.',
  today: 'vandaag',
  yesterday: 'gisteren',
  unknown: 'Onbekend',
  you: '(u)',
  and: 'en',
  who: {
    show: 'Toon in de tekst wie wat schreef',
    menuShow: 'Toon wie wat schreef',
    menuHide: 'Verberg wie wat schreef',
    help: 'Voor elk stuk tekst staan de voorletters van de schrijver. Tekst zonder voorletters stond er vanaf het begin.',
    inArticle: (name: string) => `Wie schreef in ${name}`,
    nobody: 'Hier staat nog alleen de tekst van het begin.',
    words: (count: number) => (count === 1 ? '1 woord' : `${count} woorden`),
    passages: (count: number) => (count === 1 ? 'Bekijk 1 stuk tekst' : `Bekijk ${count} stukken tekst`),
    passagesOf: (name: string) => `Stukken tekst van ${name}`,
    more: (count: number) => `En nog ${count}.`,
  },
  since: {
    mark: 'Gewijzigd',
    markLabel: 'Gewijzigd door een ander sinds uw laatste bezoek',
    heading: 'Sinds uw laatste bezoek',
    visit: (when: string) => `Uw laatste bezoek eindigde ${when}.`,
    first: 'Dit is uw eerste bezoek. Bij een volgend bezoek ziet u hier wat anderen intussen veranderden.',
    nothing: 'Niemand anders heeft sindsdien iets veranderd.',
    nothingHere: 'In dit artikel heeft niemand anders sindsdien iets veranderd.',
    everywhere: 'Overal sinds uw laatste bezoek',
    articles: (count: number) =>
      count === 1
        ? 'Sinds uw laatste bezoek is 1 artikel gewijzigd.'
        : `Sinds uw laatste bezoek zijn ${count} artikelen gewijzigd.`,
    step: (at: number, count: number, article: string) => `Gewijzigd, ${at} van ${count}: ${article}`,
    walk: 'Loop ze langs',
    next: 'Volgende',
    previous: 'Vorige',
    look: 'Wat is er veranderd?',
    away: 'Niet meer tonen',
    open: (count: number) =>
      count === 1
        ? '1 plaats gewijzigd sinds uw laatste bezoek'
        : `${count} plaatsen gewijzigd sinds uw laatste bezoek`,
  },
  article: {
    earlier: 'Eerder',
    all: 'Wie veranderde dit artikel',
    none: 'Aan dit artikel is nog niets veranderd.',
    facts: 'Gegevens en tabellen die hier staan',
    older: 'Toon oudere wijzigingen',
    look: 'Bekijk zoals het toen was',
    lookLabel: (when: string, name: string) => `Bekijk zoals het toen was: ${when}, ${name}`,
  },
  places: {
    front: 'Titel en andere gegevens van de overeenkomst',
    unnamed: 'Artikel zonder kop',
    gone: (heading: string) => `${heading} (weggehaald)`,
    goneUnnamed: 'Een artikel dat is weggehaald',
  },
  asItWas: {
    title: 'Zo was het toen',
    busy: 'Wij halen de tekst van toen op.',
    changedBy: (name: string, when: string) => `Wijziging van ${name}, ${when}.`,
    which: 'Welke tekst',
    after: 'Na deze wijziging',
    before: 'Vóór deze wijziging',
    headingThen: (heading: string) => `De kop was toen: ${heading}`,
    differences: 'Toon wat daarna veranderde',
    gone: 'daarna weggehaald',
    came: 'daarna toegevoegd',
    nearest: (when: string) =>
      `Dit is lang geleden. Van toen is niet elke wijziging apart bewaard. U ziet de tekst van ${when}.`,
    same: 'De tekst is nu gelijk aan toen.',
    facts:
      'Ingevulde gegevens en tabellen ziet u zoals ze nu zijn. Die verandert u niet door tekst terug te zetten.',
    restore: 'Zet deze tekst terug',
    restoring: 'Wij zetten de tekst terug',
    restoreHelp:
      'De tekst van nu gaat dan weg, voor alle partijen. Wij bewaren hem bij de versies. U kunt het terugzetten ook ongedaan maken.',
    readOnly: 'Terugzetten kan niet met uw uitnodiging: u leest mee.',
    notThen: 'Dit artikel stond toen niet in de overeenkomst. Kies een ander moment.',
    goneNow:
      'Dit artikel is weggehaald. Zet het eerst terug met ‘Artikel toevoegen’, onder de lijst met artikelen. Daarna kunt u hier kiezen uit de tekst van toen.',
    restored: (name: string) => `De tekst van toen staat er weer: ${name}.`,
  },
  putBack: {
    article: (name: string, article: string) =>
      article === ''
        ? `${name} heeft een oudere tekst van een artikel teruggezet. Wat er stond, is bewaard.`
        : `${name} heeft een oudere tekst teruggezet van ${article}. Wat er stond, is bewaard.`,
    all: (name: string) =>
      `${name} heeft een oudere tekst van de hele overeenkomst teruggezet. Wat er stond, is bewaard.`,
    go: 'Ga naar het artikel',
    look: 'Bekijk wat er stond',
  },
}
