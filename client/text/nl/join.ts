/** Joining with an invitation. */
export const join = {
  pageTitle: 'Doe mee',
  busy: 'Wij kijken waar uw uitnodiging voor is.',
  heading: 'U bent uitgenodigd om mee te schrijven',
  headingReader: 'U bent uitgenodigd om mee te lezen',
  forAgreement: 'Overeenkomst',
  forParty: 'U doet mee namens',
  forFacilitator: 'U begeleidt deze overeenkomst',
  otherParties: 'Ook in deze overeenkomst',
  name: 'Uw naam',
  nameHelp: 'Uw voornaam mag ook. De anderen zien deze naam bij wat u schrijft. Een account is niet nodig.',
  nameMissing: 'Vul uw naam in.',
  button: 'Doe mee',
  pending: 'Een ogenblik',
  kept: 'Wij bewaren uw naam en wat u schrijft bij deze overeenkomst. Op dit apparaat bewaren wij dat u meedoet.',
  wrong: {
    heading: 'Deze link werkt niet',
    body: 'Misschien is de link te oud, al ingetrokken, of niet helemaal overgenomen. Er is niets verloren.',
    now: 'Vraag een nieuwe link aan degene die u uitnodigde. Of scan de QR-code opnieuw.',
  },
  noSecret: {
    heading: 'Open de link uit uw uitnodiging',
    body: 'Dit is de pagina om mee te doen, maar het laatste stuk van de link ontbreekt. Open de hele link opnieuw, of scan de QR-code.',
  },
}
