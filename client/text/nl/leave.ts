/** Leaving, and a computer that others use too. */
export const leave = {
  button: 'Afmelden',
  busy: 'U wordt afgemeld',
  shared: {
    label: 'Gedeelde computer',
    strip: 'Gedeelde computer: hier blijft niets van u staan.',
    button: 'Klaar, afmelden',
    /** Name of an agreement in the tab and the list of pages that were visited. */
    pageTitle: 'Overeenkomst',
  },
  unsent: {
    title: 'Nog niet alles is bewaard',
    body: (count: number) =>
      count === 1
        ? 'Eén wijziging van u staat alleen nog op dit apparaat. Als u nu afmeldt, is die weg.'
        : `${count} wijzigingen van u staan alleen nog op dit apparaat. Als u nu afmeldt, zijn die weg.`,
    stay: 'Nog niet afmelden',
    go: 'Toch afmelden',
  },
  failed: {
    title: 'U bent nog niet helemaal afgemeld',
    body: 'Alles van u is van dit apparaat gehaald, maar wij konden de server niet bereiken. Probeer het opnieuw, of sluit de browser helemaal.',
  },
  done: {
    pageTitle: 'Afgemeld',
    heading: 'U bent afgemeld',
    body: 'Op dit apparaat staat niets meer van u. Wat u schreef, staat bij de overeenkomst.',
    now: 'Wilt u weer meedoen? Open dan de link uit uw uitnodiging opnieuw.',
  },
}
