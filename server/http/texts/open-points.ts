import type { OpenPointWords } from '../../../shared/outline/open-points-outline.ts'
import type { Language } from './language.ts'

type Words = OpenPointWords & { who: (name: string) => string }

const dayIn = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return (isoDate: string) => format.format(new Date(`${isoDate}T00:00:00Z`))
}

/** What stands around the open points in the files that people take along. */
export const OPEN_POINT_WORDS: Record<Language, Words> = {
  nl: {
    title: 'Open punten',
    agreement: 'Overeenkomst',
    date: 'Stand van',
    open: 'Nog open',
    done: 'Klaar',
    columns: { article: 'Waar', what: 'Wat', who: 'Wie', when: 'Wanneer' },
    noneOpen: 'Er staat niets meer open.',
    whole: 'Hele overeenkomst',
    gone: (heading) => `${heading} (weggehaald)`,
    nobody: 'nog niemand',
    noDay: 'nog geen datum',
    formatDay: dayIn('nl-NL'),
    page: 'Pagina',
    pageOf: 'van',
    who: (name) => `Wie: ${name}`,
  },
  en: {
    title: 'Open points',
    agreement: 'Agreement',
    date: 'As of',
    open: 'Still open',
    done: 'Done',
    columns: { article: 'Where', what: 'What', who: 'Who', when: 'When' },
    noneOpen: 'Nothing is open any more.',
    whole: 'Whole agreement',
    gone: (heading) => `${heading} (taken out)`,
    nobody: 'nobody yet',
    noDay: 'no date yet',
    formatDay: dayIn('en-GB'),
    page: 'Page',
    pageOf: 'of',
    who: (name) => `Who: ${name}`,
  },
}
