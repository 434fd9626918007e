import type { ProblemTexts } from './problem-texts.ts'

export const nl: ProblemTexts = {
  'malformed-request': {
    title: 'Dit klopt niet',
    detail: 'De server begrijpt dit verzoek niet. Bij errors staat wat er anders moet.',
  },
  'not-signed-in': {
    title: 'Wie bent u?',
    detail:
      'Voor deze stap moet de server weten wie u bent. Open uw link opnieuw, of begin op het startscherm.',
  },
  'not-allowed': {
    title: 'Dat mag niet',
    detail: 'U hebt hier geen toegang toe. Vraag degene die de overeenkomst leidt om een link.',
  },
  'wrong-origin': {
    title: 'Verkeerde pagina',
    detail: 'Dit verzoek kwam van een andere website. Open Handslag zelf en probeer het daar.',
  },
  'not-found': { title: 'Niet gevonden', detail: 'Op dit adres is niets.' },
  'unknown-template': {
    title: 'Dit sjabloon is er niet',
    detail: 'Er is geen sjabloon met deze naam. Kies er een uit de lijst.',
  },
  'unknown-agreement': {
    title: 'Deze overeenkomst is er niet',
    detail: 'Er is geen overeenkomst met dit adres. Kijk of het adres klopt.',
  },
  'unknown-version': {
    title: 'Deze versie is er niet',
    detail: 'Deze overeenkomst heeft geen versie met dit nummer. Laat de versie weg voor de tekst van nu.',
  },
  'unknown-moment': {
    title: 'Toen was dit er nog niet',
    detail: 'Op dat moment stond dit artikel niet in de overeenkomst. Kies een ander moment.',
  },
  'unknown-line': {
    title: 'Deze verbinding is er niet meer',
    detail: 'De verbinding is gestopt. De pagina maakt vanzelf een nieuwe.',
  },
  'invalid-invitation': {
    title: 'Deze link werkt niet',
    detail: 'De link is niet compleet, verlopen of ingetrokken. Vraag degene die u uitnodigde om een nieuwe.',
  },
  'invalid-code': {
    title: 'Deze code werkt niet',
    detail: 'De code klopt niet of is gesloten. Kijk nog eens op het scherm, of vraag om een nieuwe code.',
  },
  'unknown-invitation': {
    title: 'Deze link is er niet',
    detail: 'Deze link hoort niet bij deze overeenkomst. Laad de lijst opnieuw.',
  },
  'unknown-participant': {
    title: 'Deze persoon doet niet mee',
    detail: 'Deze persoon doet niet (meer) mee in deze overeenkomst. Laad de lijst opnieuw.',
  },
  'unknown-open-point': {
    title: 'Dit punt is er niet meer',
    detail: 'Iemand heeft dit open punt weggehaald. Laad de lijst opnieuw.',
  },
  'too-many-open-points': {
    title: 'De lijst is vol',
    detail: 'Er staan al 500 punten in de lijst. Haal eerst punten weg die klaar zijn.',
  },
  'too-many-versions': {
    title: 'Er zijn te veel versies',
    detail:
      'Van deze overeenkomst zijn al zoveel versies bewaard als kan. Wie haar leidt kan oude versies weghalen.',
  },
  'nothing-due': {
    title: 'Er is niets voor de agenda',
    detail: 'Geen enkel open punt heeft een datum. Kies bij een punt wanneer het klaar moet zijn.',
  },
  'last-facilitator': {
    title: 'Iemand moet begeleiden',
    detail: 'Dit is de enige begeleider. Maak eerst iemand anders begeleider.',
  },
  'newer-format': {
    title: 'Gemaakt met een nieuwere versie',
    detail:
      'Dit bestand komt uit een nieuwere versie van Handslag. Werk deze Handslag bij en probeer het opnieuw.',
  },
  'agreement-archived': {
    title: 'Deze overeenkomst staat in het archief',
    detail:
      'Zolang zij in het archief staat, kunt u alles lezen maar niets veranderen. Wie de bijeenkomst leidt kan haar terughalen.',
  },
  'scan-opened': {
    title: 'De scores zijn al open',
    detail: 'Iedereen ziet de scores al. Vraag de begeleider of partijen verder mogen scoren.',
  },
  'unknown-proposal': {
    title: 'Dit voorstel is er niet',
    detail: 'Hierover is niets beslist, of het voorstel is er niet meer. Laad de lijst opnieuw.',
  },
  'too-many-proposals': {
    title: 'Er zijn te veel voorstellen',
    detail: 'Beslis eerst over voorstellen die er al zijn.',
  },
  'advice-changed': {
    title: 'Dit punt is net veranderd',
    detail: 'De overeenkomst is intussen veranderd, en dit punt ook. Kijk nog eens en kies dan opnieuw.',
  },
  'agreement-fixed': {
    title: 'De tekst is vastgesteld',
    detail: 'Wat vaststaat verandert niet meer. Alle partijen samen kunnen de tekst weer openen.',
  },
  'not-fixed': {
    title: 'De tekst is open',
    detail: 'De tekst is niet vastgesteld, of er is niet gevraagd om hem weer te openen.',
  },
  'not-ready-to-sign': {
    title: 'Nog niet om te tekenen',
    detail:
      'De tekst staat nog niet vast. De begeleider stelt hem vast als alle partijen akkoord zijn. Daarna is er een bestand om te tekenen.',
  },
  'not-all-agreed': {
    title: 'Nog niet iedereen is akkoord',
    detail:
      'Niet elke partij is akkoord met elk artikel. Schrijf op wat er besloten is, of wacht op hun akkoord.',
  },
  'changed-meanwhile': {
    title: 'De tekst is net veranderd',
    detail: 'Er staat nu iets anders dan op uw scherm. Lees het nog eens en kies dan opnieuw.',
  },
  'weak-password': {
    title: 'Kies een moeilijker wachtwoord',
    detail:
      'Dit wachtwoord is te kort of te makkelijk te raden. Neem 12 tekens of meer, bijvoorbeeld vier losse woorden.',
  },
  'passkey-refused': {
    title: 'Deze toegangssleutel werkt niet',
    detail:
      'De toegangssleutel hoort niet bij een account hier, of het duurde te lang. Probeer het opnieuw of meld u anders aan.',
  },
  'wrong-sign-in': {
    title: 'Aanmelden lukt niet',
    detail: 'Het e-mailadres of het wachtwoord klopt niet. Kijk het na en probeer het opnieuw.',
  },
  'invalid-link': {
    title: 'Deze link werkt niet meer',
    detail: 'De link is al gebruikt, te oud of niet compleet. Vraag een nieuwe link.',
  },
  'unknown-member': {
    title: 'Dit lid is er niet',
    detail: 'Deze persoon hoort niet (meer) bij de werkruimte. Laad de pagina opnieuw.',
  },
  'address-in-use': {
    title: 'Dit adres is al in gebruik',
    detail: 'Een ander account heeft dit e-mailadres al. Kies een ander adres.',
  },
  'no-address': {
    title: 'Er is nog geen e-mailadres',
    detail: 'Vul eerst uw e-mailadres in bij uw account.',
  },
  'last-admin': {
    title: 'Er moet een beheerder blijven',
    detail: 'Dit is de enige beheerder. Maak eerst een ander lid beheerder.',
  },
  'needs-hand-over': {
    title: 'Kies wie het overneemt',
    detail: 'Deze persoon leidt overeenkomsten die niemand anders leidt. Kies een collega die ze overneemt.',
  },
  'token-too-narrow': {
    title: 'Dat mag deze sleutel niet',
    detail: 'De sleutel van dit programma is hier niet voor gemaakt. Maak een sleutel met meer rechten.',
  },
  'hand-over-first': {
    title: 'Draag eerst over',
    detail:
      'U bent de enige begeleider van een overeenkomst. Maak daar eerst iemand anders begeleider, of verwijder die overeenkomst.',
  },
  'other-title': {
    title: 'Dit is een andere titel',
    detail: 'Wat u typte is niet de titel van deze overeenkomst. Er is niets verwijderd.',
  },
  'unknown-thread': {
    title: 'Deze opmerking is er niet',
    detail: 'Deze opmerking is er niet (meer). Laad de lijst opnieuw.',
  },
  'too-many-comments': {
    title: 'Hier kan niets meer bij',
    detail: 'Er staan hier al zo veel opmerkingen als er kunnen staan. Ga op een andere plaats verder.',
  },
  'no-mail': {
    title: 'Mail staat uit',
    detail:
      'Deze Handslag kan geen mail versturen. Meld u aan met uw wachtwoord, of vraag de beheerder om een link.',
  },
  'no-office': {
    title: 'Dit soort bestand kan hier niet',
    detail:
      'Deze Handslag kan geen OpenDocument of PDF maken. Neem het Word-bestand, of vraag de beheerder om LibreOffice.',
  },
  'office-failed': {
    title: 'Het bestand is niet gemaakt',
    detail: 'Het maken van dit bestand is niet gelukt. Probeer het straks opnieuw, of neem het Word-bestand.',
  },
  'too-slow': {
    title: 'Het duurde te lang',
    detail: 'De server wachtte op de rest van de vraag, en die kwam niet op tijd. Probeer het opnieuw.',
  },
  'headers-too-large': {
    title: 'De koppen zijn te groot',
    detail:
      'De koppen bij deze vraag zijn samen te groot. Wis zo nodig de cookies van dit adres en probeer het opnieuw.',
  },
  'body-too-large': {
    title: 'Te groot',
    detail: 'Dit is meer dan hier in één keer kan. Maak het kleiner en probeer het opnieuw.',
  },
  'too-many-requests': {
    title: 'Even wachten',
    detail: 'Er kwamen te veel verzoeken achter elkaar. Wacht een minuut en probeer het opnieuw.',
  },
  'not-yet-possible': { title: 'Dit kan nog niet', detail: 'Handslag kan dit nog niet.' },
  'cannot-keep': {
    title: 'Bewaren lukt niet',
    detail: 'De server kan nu niets bewaren. Er is niets veranderd. Probeer het later opnieuw.',
  },
  'internal-error': {
    title: 'Er ging iets mis',
    detail: 'Er ging iets mis op de server. Wat al bewaard was, is veilig. Probeer het opnieuw.',
  },
  'unknown-return': {
    title: 'Dit bestand is er niet meer',
    detail: 'Dit teruggebrachte bestand is weggehaald. Breng het opnieuw terug als u het nog wilt gebruiken.',
  },
  'too-many-returns': {
    title: 'Er zijn te veel bestanden',
    detail:
      'Van deze overeenkomst zijn al zoveel teruggebrachte bestanden bewaard als kan. Haal eerst bestanden weg waarmee u klaar bent.',
  },
  'file-no-word-file': {
    title: 'Dit is geen Word-bestand',
    detail:
      'Kies een bestand van Word of LibreOffice, met .docx achter de naam. Is het een ander soort bestand? Sla het dan eerst op als Word-document (.docx).',
  },
  'file-not-ours': {
    title: 'Dit bestand komt niet van Handslag',
    detail:
      'Wij kunnen alleen een Word-bestand vergelijken dat u hier hebt opgehaald met ‘Meenemen’. Haal de overeenkomst opnieuw op en neem uw wijzigingen daarin over.',
  },
  'file-data-lost': {
    title: 'Wij weten niet meer waarvan dit bestand is gemaakt',
    detail:
      'Het programma waarin u het bestand bewaarde, haalde weg wat wij vergelijken, en wij kunnen de tekst van toen niet terugvinden. Haal de overeenkomst opnieuw op met ‘Meenemen’, zet uw wijzigingen daarin en breng dat bestand terug.',
  },
  'file-comparison': {
    title: 'Dit bestand is een vergelijking',
    detail:
      'In een vergelijking staan twee teksten door elkaar. Daarom kunnen wij er geen wijzigingen uit halen. Haal met ‘Meenemen’ het Word-bestand op en neem uw wijzigingen daarin over.',
  },
  'file-other-agreement': {
    title: 'Dit bestand hoort bij een andere overeenkomst',
    detail: 'Open die andere overeenkomst en breng het bestand daar terug.',
  },
  'file-newer-format': {
    title: 'Gemaakt met een nieuwere versie',
    detail:
      'Dit bestand is gemaakt met een nieuwere Handslag. Laad deze pagina opnieuw. Werkt dat niet, vraag dan wie deze Handslag beheert om haar bij te werken.',
  },
  'file-damaged': {
    title: 'Dit bestand is beschadigd',
    detail:
      'Wij kunnen het bestand niet lezen. Open het in Word of LibreOffice, sla het opnieuw op als .docx en kies het dan nog eens.',
  },
  'file-encrypted': {
    title: 'Er zit een wachtwoord op dit bestand',
    detail:
      'Wij kunnen het bestand niet openen. Haal in Word het wachtwoord eraf, sla het op en kies het dan nog eens.',
  },
  'file-too-large': {
    title: 'Dit bestand is te groot',
    detail: 'Haal grote afbeeldingen uit het bestand, sla het op en kies het dan nog eens.',
  },
  'file-macros': {
    title: 'In dit bestand zitten macro’s',
    detail:
      'Een macro is een programma in een bestand, en dat nemen wij niet aan. Sla het bestand op als gewoon Word-document (.docx) en kies het dan nog eens.',
  },
  'file-external-links': {
    title: 'Dit bestand haalt iets op van buiten',
    detail:
      'Er staat iets in dat ergens anders wordt opgehaald, zoals een gekoppelde afbeelding. Haal dat eruit of plak het los in het bestand, sla het op en kies het dan nog eens.',
  },
}
