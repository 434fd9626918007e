/** What people take with them: files of the agreement, and the way to what else can be taken along. */
export const takeAlong = {
  button: 'Meenemen',
  heading: 'Meenemen',
  groups: {
    read: 'Om te lezen en te bewaren',
    work: 'Om aan te werken',
    elsewhere: 'Voor een website of een ander programma',
  },
  files: {
    word: {
      name: 'Word-bestand',
      what: 'De hele tekst zoals hij er nu staat. Om te lezen, af te drukken en te tekenen.',
    },
    wordToSign: {
      name: 'Word-bestand om te tekenen',
      what: 'De vastgestelde tekst, met paginanummers in de inhoud. Vraagt Word bij het openen of het velden mag bijwerken? Kies dan Ja: anders ontbreken de nummers.',
    },
    summary: {
      name: 'Samenvatting op één pagina',
      what: 'Wie wat doet, het geld en wie beslist. Een Word-bestand om uit te delen.',
    },
    public: {
      name: 'Openbare versie',
      what: 'De hele tekst zonder namen, adressen en telefoonnummers van mensen. Kijk hem na voor u hem openbaar maakt.',
    },
    wordToWorkOn: {
      name: 'Word-bestand met opmerkingen en voorstellen',
      what: 'Om buiten Handslag aan te werken. Wat uw organisatie onder elkaar zegt, staat er niet in.',
    },
    form: {
      name: 'Leeg invulformulier in Word',
      what: 'De tekst met lege plekken en lege tabellen om in te vullen. Breng het terug, dan ziet u wat erin is ingevuld.',
    },
    publicHtml: {
      name: 'Openbare versie als webpagina',
      what: 'De hele tekst zonder gegevens van mensen, voor een website. Kijk hem eerst na.',
    },
    pdf: {
      name: 'PDF voor het archief (PDF/A)',
      what: 'Ziet er overal hetzelfde uit. Om te bewaren; u kunt er niet in verder werken.',
    },
    odt: {
      name: 'OpenDocument (ODT)',
      what: 'Voor LibreOffice en andere programma’s. Wat u erin verandert, kan Handslag niet herkennen.',
    },
    html: {
      name: 'Webpagina (HTML)',
      what: 'De hele tekst voor een website of intranet. Opent in elke browser.',
    },
    json: {
      name: 'Gegevens (JSON)',
      what: 'Alles wat is ingevuld, zonder opmaak. Voor wie programma’s maakt of beheert.',
    },
  },
  whyNot: {
    open: 'Dit kan nog niet. De tekst moet eerst vaststaan.',
    fixed: 'Dit kan nu niet. De tekst is vastgesteld; daarvan is er één Word-bestand, zonder opmerkingen.',
    noOffice: 'Dit kan hier niet: op deze server staat geen LibreOffice. Vraag het de beheerder.',
  },
  other: 'Ook mee te nemen',
  ways: {
    print: { name: 'Voorbeeld en afdrukken', what: 'Zo komt het op papier. U kunt het meteen afdrukken.' },
    openPoints: {
      name: 'Open punten',
      what: 'De lijst van wat nog moet gebeuren: op papier, als Word-bestand of in uw agenda.',
    },
    consultation: {
      name: 'Voor uw achterban',
      what: 'Een leeslink, of de tekst op papier met stroken om op te reageren.',
    },
    compare: {
      name: 'Vergelijking van twee versies',
      what: 'Een Word-bestand met wat er veranderd is, als wijzigingen. Kies eerst welke versies.',
    },
    bringBack: {
      name: 'Bestand terugbrengen',
      what: 'Een Word-bestand dat u buiten Handslag bewerkte: wat erin anders is, wordt een voorstel.',
    },
  },
  where: 'Een bestand komt bij uw downloads.',
  busy: 'Het bestand wordt gemaakt.',
  busyHere: 'Er is geen verbinding. Uw apparaat maakt het Word-bestand…',
  done: 'Het bestand staat bij uw downloads.',
  doneHere:
    'Het bestand staat bij uw downloads. Uw apparaat heeft het gemaakt, zonder verbinding: wat anderen net schreven, kan ontbreken.',
  failed: 'Het bestand is niet gelukt. Uw tekst is veilig. Probeer het opnieuw.',
  notAllKept:
    'Nog niet alles is bewaard. Wacht tot er staat: alles bewaard. Dan staat ook uw laatste zin in het bestand.',
  anyway: 'Toch meenemen',
}
