/** The factor scan: which thresholds matter in this region. */
export const scan = {
  title: 'Drempels',
  heading: 'Welke drempels spelen hier?',
  lead: 'Er zijn 17 drempels tussen gezinnen en hulp. Elke partij geeft eerst zelf scores. Daarna legt u ze naast elkaar en kiest u samen waar u aan werkt.',
  busy: 'Wij halen de drempels op.',
  back: 'Naar de overeenkomst',
  print: 'Afdrukken',
  noParties: 'Er staan nog geen partijen in de overeenkomst. Voeg ze eerst toe bij het artikel Partijen.',
  who: {
    heading: 'Wie is er klaar?',
    ready: 'is klaar',
    busy: 'is nog bezig',
    absent: 'doet nog niet mee',
    secret:
      'Niemand ziet de scores van een ander, totdat alle partijen die meedoen klaar zijn of de begeleider de scores opent.',
    opened: (when: string, name: string | null) =>
      name === null
        ? `De scores zijn open sinds ${when}.`
        : `De scores zijn open sinds ${when}. Laatste stap: ${name}.`,
  },
  fill: {
    heading: 'Uw scores',
    for: (party: string) => `U vult in voor ${party}.`,
    chooseParty: 'Voor welke partij vult u in?',
    choosePartyHelp:
      'U kunt scores invullen voor partijen waarvoor nog niemand schrijft, zoals uw eigen organisatie.',
    shared: 'Iedereen van deze partij kan hier invullen. Wat u het laatst invult, blijft staan.',
    notMine: 'U hoort niet bij een partij die scores invult. U kunt wel zien wie er klaar is.',
    modes: 'Manier van invullen',
    oneByOne: 'Eén voor één',
    list: 'Als lijst',
    progress: (count: number, total: number) => `${count} van ${total} gescoord`,
    place: (number: number, total: number) => `Drempel ${number} van ${total}`,
    question: 'Vraag om over te praten',
    scale: 'Hoe sterk speelt dit in onze regio?',
    scores: ['Niet', 'Een beetje', 'Soms', 'Veel', 'Heel veel'],
    clear: 'Haal de score weg',
    note: 'Waarom? Een paar woorden',
    noteHelp: 'Ook dit ziet iedereen als de scores open gaan.',
    by: (name: string, when: string) => `Laatst ingevuld door ${name}, ${when}`,
    previous: 'Vorige',
    next: 'Volgende',
    skip: 'Overslaan',
    last: 'Naar het einde',
    saved: 'Alles bewaard',
    saving: 'Wij bewaren uw score',
    notSaved: 'Nog niet bewaard. Laat deze pagina open; wij proberen het vanzelf opnieuw.',
  },
  ready: {
    heading: 'Bent u klaar?',
    all: 'U hebt alle drempels gescoord.',
    skipped: (count: number) =>
      count === 1
        ? 'Eén drempel heeft nog geen score. Dat mag: weet u het niet, sla hem dan over.'
        : `${count} drempels hebben nog geen score. Dat mag: weet u het niet, sla ze dan over.`,
    none: 'U hebt nog niets gescoord. Begin met de drempel die u het beste kent.',
    button: 'Wij zijn klaar',
    busy: 'Een ogenblik',
    done: 'U bent klaar.',
    waiting: (names: string) => `Wij wachten nog op ${names}. Daarna gaan alle scores tegelijk open.`,
    waitingAlone: 'De scores gaan open als ook andere partijen klaar zijn, of als de begeleider ze opent.',
    notYet: 'Toch nog niet klaar',
    mayChange: 'Tot die tijd kunt u uw scores nog veranderen.',
  },
  opening: {
    heading: 'Scores openen',
    help: 'Zijn niet alle partijen klaar, dan kunt u de scores toch openen. Iedereen ziet dan wat er nu is ingevuld.',
    button: 'Open de scores',
    confirmHeading: 'Scores nu openen?',
    confirm: (names: string) =>
      `Nog niet klaar: ${names}. Alle partijen zien daarna elkaars scores en woorden. Dat is niet terug te draaien.`,
    confirmAll: 'Alle partijen zien daarna elkaars scores en woorden. Dat is niet terug te draaien.',
    nothing: 'Er zijn nog geen scores om te openen.',
    busy: 'De scores gaan open',
    resume: 'Laat partijen verder scoren',
    resumeHelp:
      'Doet er een partij later mee, of wilt u na een jaar opnieuw scoren? Nieuwe scores zijn weer verborgen tot ze open gaan. Wat al open is, blijft te zien.',
  },
  picture: {
    heading: 'Zo kijkt u er samen naar',
    lead: 'Elk teken is een partij. De lijn loopt van de laagste naar de hoogste score. Een lange lijn vraagt om een gesprek. Niemand heeft gelijk of ongelijk.',
    older: 'Dit zijn de scores die al open waren. Partijen zijn nu opnieuw aan het scoren.',
    order: 'Volgorde',
    orders: { difference: 'Grootste verschil eerst', height: 'Zwaarste eerst', cluster: 'Per cluster' },
    legend: 'Partijen',
    scale: 'Van 1, niet, tot 5, heel veel',
    low: 'Niet',
    high: 'Heel veel',
    rowSaid: (scores: string, difference: number) =>
      difference === 0 ? `${scores}. Geen verschil.` : `${scores}. Verschil: ${difference}.`,
    talk: 'Hier kijkt u verschillend. Wat ziet de een dat de ander niet ziet?',
    differenceOf: (points: number) => `verschil ${points}`,
    words: 'Waarom',
    clusters: 'Per cluster',
    clusterSaid: (alike: number, apart: number) => {
      const same = alike === 1 ? '1 drempel ongeveer gelijk' : `${alike} drempels ongeveer gelijk`
      const other = apart === 1 ? '1 duidelijk verschillend' : `${apart} duidelijk verschillend`
      return `${same}, ${other}`
    },
    heightSaid: (height: string) => `gemiddeld ${height}`,
    table: 'Alle scores in een tabel',
    showTable: 'Toon als tabel',
    hideTable: 'Verberg de tabel',
    factor: 'Drempel',
    difference: 'Verschil',
    noScore: 'geen score',
  },
  focus: {
    heading: 'Hier werken wij samen aan',
    lead: 'Vijf tot acht drempels is goed te doen. Kies er ook minstens één die bij de hulp zelf ligt.',
    empty: 'U hebt nog geen drempel gekozen. Kies ze hierboven.',
    pick: 'Kies',
    picked: 'Gekozen',
    remove: 'Haal weg',
    count: (count: number) => (count === 1 ? '1 drempel gekozen.' : `${count} drempels gekozen.`),
    many: 'Dat zijn er veel. Welke kunnen wachten?',
    noService: 'Er is nog geen drempel bij die bij de hulp zelf ligt.',
    toArticle: 'Uw keuze staat ook in de overeenkomst.',
    readOnly: 'U kunt meekijken. Kiezen kan niet met uw uitnodiging.',
  },
}
