/** Words of the person themselves that stand nowhere any more. */
export const offered = {
  heading: 'Uw woorden staan niet meer in de tekst',
  said: (count: number) =>
    count === 1
      ? 'Iets wat u schreef staat niet meer in de tekst. Onderaan het scherm kunt u het terugzetten.'
      : `${count} stukjes die u schreef staan niet meer in de tekst. Onderaan het scherm kunt u ze terugzetten.`,
  open: (count: number) => (count === 1 ? 'Bekijk' : `Bekijk (${count})`),
  fold: 'Later',
  nowhere: 'In deze overeenkomst',
  why: {
    prose:
      'Iemand haalde deze alinea weg, of voegde haar bij een andere, terwijl u schreef. Die persoon zag uw woorden nog niet.',
    removed: 'Iemand haalde dit weg terwijl u schreef. Die persoon zag uw woorden nog niet.',
    overwritten: 'Iemand vulde hier op hetzelfde moment iets anders in. Dit was uw antwoord.',
    restored: 'Wij moesten een oudere versie terugzetten. Deze woorden waren nog niet bewaard.',
    refused: 'Deze woorden konden niet bewaard worden.',
    noAccess: 'Deze woorden waren nog niet bewaard toen u er niet meer in kon.',
  },
  gone: 'Wij kunnen de plek niet meer vinden. U kunt uw woorden kopiëren en ergens anders neerzetten.',
  putBack: 'Zet terug',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  copyFailed: 'Kopiëren lukte niet. U kunt de woorden zelf selecteren.',
  notNeeded: 'Niet nodig',
  done: (place: string) => `Uw woorden staan weer in ${place}. U kunt dat ook ongedaan maken.`,
  yes: 'ja',
  no: 'nee',
}
