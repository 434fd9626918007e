const of = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const things = (proposals: number, comments: number) =>
  [
    proposals === 0 ? '' : of(proposals, 'voorstel', 'voorstellen'),
    comments === 0 ? '' : of(comments, 'opmerking', 'opmerkingen'),
  ]
    .filter(Boolean)
    .join(' en ')

/** A Word file that was worked on elsewhere comes back: what it says otherwise, to take over or to leave. */
export const returned = {
  title: 'Bestand terugbrengen',
  busy: 'Een ogenblik, wij halen op wat er is.',
  lead: 'Hebt u het Word-bestand buiten Handslag bewerkt? Breng het hier terug. U ziet wat er in het bestand anders is, en kiest wat u overneemt. Er verandert niets vanzelf: wat u overneemt, wordt een voorstel.',
  notYours: 'Een bestand terugbrengen kan wie in deze overeenkomst mag schrijven.',
  offline:
    'Terugbrengen kan alleen met verbinding. Uw bestand blijft op uw apparaat staan. Probeer het opnieuw zodra er weer verbinding is.',
  choose: 'Kies een Word-bestand',
  drop: 'Plaats om een Word-bestand neer te zetten',
  dropHelp: 'Kies het bestand (.docx), of sleep het hierheen.',
  readingFile: 'Wij lezen het bestand en vergelijken het met de overeenkomst.',
  tooLarge:
    'Dit bestand is groter dan 20 MB. Haal er grote afbeeldingen uit, sla het op en kies het dan nog eens.',
  earlier: 'Eerder teruggebracht',
  ofOthers: 'Van anderen',
  nameless: 'Word-bestand',
  someone: 'iemand zonder naam',
  broughtBy: (when: string, name: string) => `Teruggebracht ${when}, door ${name}.`,
  counts: (found: number, taken: number, left: number) =>
    found === 0
      ? 'Er was niets anders.'
      : `${of(found, 'verschil', 'verschillen')}, waarvan ${taken} overgenomen en ${left} niet.`,
  open: 'Bekijk',
  openLabel: (name: string) => `Bekijk ${name}`,
  remove: 'Haal weg',
  removeLabel: (name: string) => `Haal weg: ${name}`,
  removeAsk: 'Het bestand gaat hier weg. Wat eruit is overgenomen, blijft staan.',
  removeYes: 'Ja, haal weg',
  removed: 'Het bestand is weggehaald. Wat eruit is overgenomen, blijft staan.',
  toList: 'Ander bestand',
  file: (name: string) => `Bestand: ${name}`,
  nothing: 'Het bestand zegt hetzelfde als de overeenkomst.',
  nothingFree: 'Over alles in dit bestand is beslist, of het staat er al.',
  sum: (count: number) => `${of(count, 'verschil', 'verschillen')} met de overeenkomst.`,
  conflicts: (count: number) =>
    `Bij ${count} daarvan is hier intussen ook iets veranderd. Die zijn niet vooraf gekozen.`,
  legend: 'Wat in het bestand weg is, is doorgestreept. Wat erbij kwam, is onderstreept.',
  notCompared:
    'Niet vergeleken zijn de inhoudsopgave, de kop- en voetteksten en de opmaak, zoals vet of kleur. Wat daarin anders is, staat hier niet.',
  facts: 'Gegevens en het geheel',
  unnamed: 'Artikel zonder kop',
  kinds: {
    words: 'Andere woorden',
    fact: 'Ander gegeven',
    comment: 'Opmerking in het bestand',
    reply: 'Antwoord op een opmerking',
    remark: 'Kan niet als voorstel',
  },
  remarkHelp: 'Dit kunnen wij niet zelf overnemen. U kunt het als opmerking bij de tekst zetten.',
  accordingTo: (people: string) => `volgens het bestand van ${people}`,
  was: 'Eerst stond er',
  inFile: 'In het bestand',
  here: 'Hier staat nu',
  empty: 'niets',
  goneWord: 'weg',
  cameWord: 'erbij',
  meanwhile: {
    changed: 'Hier is intussen ook iets veranderd. Lees alle drie voordat u kiest.',
    gone: 'Wat hier stond, is intussen weggehaald.',
  },
  alreadySo: (count: number) => `Staat er al (${count})`,
  select: 'Gekozen',
  selectLabel: (what: string) => `Kies: ${what}`,
  selectAll: 'Kies alles wat vrij is',
  selectNone: 'Kies niets',
  take: 'Overnemen als voorstel',
  takeComment: 'Zet als opmerking bij de tekst',
  takeReply: 'Zet als antwoord bij de opmerking',
  leave: 'Niet overnemen',
  takeAfterAll: 'Toch overnemen',
  takeAll: (proposals: number, comments: number) => `Zet ${things(proposals, comments)} in de overeenkomst`,
  chooseFirst: 'Kies eerst wat u wilt overnemen.',
  taking: 'Een ogenblik, wij zetten het erin.',
  isTaken: 'Overgenomen. Anderen beslissen erover.',
  isTakenComment: 'Staat als opmerking bij de tekst.',
  isLeft: 'Niet overgenomen.',
  done: (proposals: number, comments: number) =>
    `${things(proposals, comments)} ${proposals + comments === 1 ? 'staat' : 'staan'} nu in de overeenkomst.`,
  doneLeft: 'Dat is niet overgenomen.',
  notDone: (count: number) =>
    `${of(count, 'wijziging is', 'wijzigingen zijn')} niet overgenomen: de tekst hier is net veranderd. Lees opnieuw en kies dan.`,
  toProposals: 'Bekijk de voorstellen in de tekst',
  before: 'Hoe de overeenkomst hiervoor was, staat bij Versies.',
}
