/** The agreement as paper. */
export const paper = {
  label: 'De overeenkomst',
  title: 'Titel van de overeenkomst',
  titleFollows: 'De titel volgt de naam van de samenwerking, tot u hem zelf verandert.',
  followAgain: 'Weer de naam van de samenwerking volgen',
  heading: (article: string) => `Kop van ${article}`,
  annexTitle: (annex: string) => `Titel van ${annex}`,
  text: (article: string) => `Tekst van ${article}`,
  withHeading: (article: string, heading: string) => `${article}, ${heading}`,
  articleNumber: (number: string) => `artikel ${number}`,
  annexNumber: (number: string) => `bijlage ${number}`,
  unnumbered: (heading: string) => `het deel ${heading}`,
  facts: 'Gegevens bij dit artikel',
  leftOut: 'Dit lid staat nu niet in de overeenkomst.',
  parties: 'Partijen',
  place: 'Plaats',
  readOnly: 'U leest mee. De tekst verandert vanzelf als anderen schrijven.',
  fact: {
    title: 'Gegeven',
    done: 'Klaar',
    usedElsewhere: 'Dit gegeven verandert overal waar het in de tekst staat.',
  },
}
