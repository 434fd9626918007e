// Each kind of change that a file can bring back, all on one example: the ways to edit its XML are shared, and are half of it.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { ReturnedChange } from '../../../shared/agreement/returned-change.ts'
import { proposeWords } from '../../../shared/document/propose-words.ts'
import { applyChange, baseOfChange } from '../../../shared/document/proposed-change.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { maybeText, readSuggestions, settleSuggestion } from '../../../shared/document/suggestions.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { exampleOnPaper } from '../../support/examples-on-paper.ts'
import { changesIn, edited, readBack, takenAlong, withPart } from '../../support/returned-word.ts'

const NAME = '01-weidehaven-samenwerkingsovereenkomst'
const body = exampleOnPaper(NAME)
const docx = await takenAlong(body)

/** A clause of the example without facts, references or party words in it. */
const CLAUSE = 'Partijen besluiten samen.'
const AUTHOR = 'w:author="Jan Jansen" w:date="2026-12-03T10:00:00Z"'
const JAN = { author: 'Jan Jansen', at: '2026-12-03T10:00:00Z' }

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const inserted = (text: string) => `<w:ins w:id="900001" ${AUTHOR}>${run(text)}</w:ins>`
const deleted = (text: string) =>
  `<w:del w:id="900002" ${AUTHOR}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

/** The run that holds exactly this text, anew. */
const withRun = (text: string, runs: string) => (xml: string) => xml.replace(run(text), () => runs)
/** The paragraph that holds this text, anew. */
const withParagraph = (text: string, anew: (paragraph: string) => string) => (xml: string) => {
  const at = xml.indexOf(text)
  const from = xml.lastIndexOf('<w:p>', at)
  const to = xml.indexOf('</w:p>', at) + '</w:p>'.length
  return at < 0 ? xml : xml.slice(0, from) + anew(xml.slice(from, to)) + xml.slice(to)
}
const withRow = (text: string, anew: (row: string) => string) => (xml: string) => {
  const at = xml.indexOf(text)
  const from = xml.lastIndexOf('<w:tr>', at)
  const to = xml.indexOf('</w:tr>', at) + '</w:tr>'.length
  return at < 0 ? xml : xml.slice(0, from) + anew(xml.slice(from, to)) + xml.slice(to)
}

const single = (changes: readonly ReturnedChange[]): ReturnedChange => {
  expect(changes).toHaveLength(1)
  return changes[0] as ReturnedChange
}
const only = (file: Uint8Array, now: AgreementBody = body) => single(changesIn(file, now))

function docOf(agreement: AgreementBody): Y.Doc {
  const doc = new Y.Doc()
  writeAgreement(doc, agreement)
  return doc
}

/** The agreement after a change was taken over and accepted. */
function afterAccepting({ what }: ReturnedChange, agreement: AgreementBody = body): AgreementBody {
  const doc = docOf(agreement)
  if (what.kind === 'words') {
    expect(proposeWords(doc, what, 'returned')).toBe(true)
    const text = maybeText(doc, what.articleId)
    if (text) settleSuggestion(text, 'returned', 'accept')
  } else if (what.kind === 'change') {
    const found = baseOfChange(doc, what.change)
    expect(found).not.toBeNull()
    expect(applyChange(doc, what.change, found?.base ?? null, 'made')).not.toBeNull()
  }
  return readAgreement(doc).value
}

/** What is still said otherwise once a change was accepted. */
const leftAfter = (file: Uint8Array, change: ReturnedChange, agreement: AgreementBody = body) =>
  changesIn(file, afterAccepting(change, agreement)).filter(({ meanwhile }) => meanwhile !== 'already-so')

/** The agreement with one clause put otherwise, as somebody wrote here meanwhile. */
function withOther(was: string, now: string): AgreementBody {
  const text = JSON.stringify(body)
  expect(text).toContain(was)
  return JSON.parse(text.replace(was, now)) as AgreementBody
}

describe('words in a clause', () => {
  const file = edited(
    docx,
    withRun(
      `${CLAUSE} Lukt dat niet, dan geldt `,
      run('Partijen beslissen altijd samen. Lukt dat niet, dan geldt '),
    ),
  )

  test('that were reworded without tracking are edits of that paragraph, and taking them over makes it read as the file', () => {
    const change = only(file)
    expect(change).toMatchObject({ meanwhile: 'unchanged', hands: [], what: { kind: 'words' } })
    expect(change.file).toContain('Partijen beslissen altijd samen. Lukt dat niet, dan geldt artikel')
    expect(JSON.stringify(afterAccepting(change))).toContain('Partijen beslissen altijd samen. Lukt dat niet')
    expect(leftAfter(file, change)).toEqual([])
  })

  test('that were tracked say whose they are, and read as when they are accepted', () => {
    const pieces =
      run('Partijen ') +
      deleted('besluiten') +
      inserted('beslissen') +
      run(' samen. Lukt dat niet, dan geldt ')
    const change = only(edited(docx, withRun(`${CLAUSE} Lukt dat niet, dan geldt `, pieces)))
    expect(change.hands).toEqual([JAN])
    expect(change.what).toMatchObject({ edits: [{ from: 9, to: 18, text: 'beslissen' }] })
  })

  test('that changed here too, elsewhere in the clause, come on top of that', () => {
    const now = withOther('Lukt dat niet, dan geldt ', 'Lukt dat na een maand niet, dan geldt ')
    const change = only(file, now)
    expect(change.meanwhile).toBe('unchanged')
    expect(JSON.stringify(afterAccepting(change, now))).toContain(
      'Partijen beslissen altijd samen. Lukt dat na een maand niet',
    )
  })

  test('that changed here too, at the same words, are a conflict that shows all three', () => {
    const now = withOther(CLAUSE, 'Partijen bepalen samen.')
    const change = only(file, now)
    expect(change.meanwhile).toBe('changed')
    expect(change.was).toContain('Partijen besluiten samen.')
    expect(change.file).toContain('Partijen beslissen altijd samen.')
    expect(change.here).toContain('Partijen bepalen samen.')
    expect(JSON.stringify(afterAccepting(change, now))).toContain(
      'Partijen beslissen altijd samen. Lukt dat niet',
    )
  })

  test('that stand here by now, and those of a clause that went, have nothing to take over', () => {
    expect(only(file, withOther(CLAUSE, 'Partijen beslissen altijd samen.')).meanwhile).toBe('already-so')
    const articles = body.articles.map((article) => ({
      ...article,
      body: {
        ...article.body,
        content: article.body.content.filter((block) => !JSON.stringify(block).includes(CLAUSE)),
      },
    }))
    expect(only(file, { ...body, articles })).toMatchObject({ meanwhile: 'gone', here: null })
  })

  test('have a name that stays the same, whatever happens here', () => {
    const names = [body, withOther(CLAUSE, 'Partijen bepalen samen.')].map((now) => only(file, now).id)
    expect(new Set(names).size).toBe(1)
  })
})

describe('paragraphs', () => {
  const EXTRA = 'Dit is een geheel nieuwe bepaling.'
  const withNew = (mark = '') =>
    edited(
      docx,
      withParagraph(CLAUSE, (paragraph) => {
        const runs = mark === '' ? run(EXTRA) : inserted(EXTRA)
        return `${paragraph}<w:p><w:pPr><w:pStyle w:val="Clause"/>${mark}</w:pPr>${runs}</w:p>`
      }),
    )

  test('that the file has more come after the one before them', () => {
    const change = only(withNew())
    expect(change.what).toMatchObject({
      kind: 'change',
      change: { kind: 'paragraph-add', paragraph: { kind: 'clause', text: EXTRA } },
    })
    const text = JSON.stringify(afterAccepting(change))
    expect(text.indexOf(EXTRA)).toBeGreaterThan(text.indexOf(CLAUSE))
    expect(leftAfter(withNew(), change)).toEqual([])
  })

  test('that were put in with tracking say whose they are', () => {
    const mark = `<w:rPr><w:ins w:id="900003" ${AUTHOR}/></w:rPr>`
    expect(only(withNew(mark)).hands).toEqual([JAN])
  })

  test('that the file has no more would go', () => {
    const file = edited(
      docx,
      withParagraph(CLAUSE, () => ''),
    )
    const change = only(file)
    expect(change).toMatchObject({ file: null, what: { change: { kind: 'paragraph-remove' } } })
    expect(JSON.stringify(afterAccepting(change))).not.toContain(CLAUSE)
  })

  test('that were taken out with tracking would go, by who did it', () => {
    const file = edited(
      docx,
      withParagraph(CLAUSE, (paragraph) =>
        paragraph
          .replace('</w:pPr>', `<w:rPr><w:del w:id="900004" ${AUTHOR}/></w:rPr></w:pPr>`)
          .replace(
            /<w:r>(?!<w:fld|<w:instr).*?<\/w:r>/g,
            (each) =>
              `<w:del w:id="900005" ${AUTHOR}>${each.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`,
          ),
      ),
    )
    expect(only(file)).toMatchObject({
      file: null,
      hands: [JAN],
      what: { change: { kind: 'paragraph-remove' } },
    })
  })
})

describe('articles', () => {
  const heading = body.articles.find(({ heading: each }) => each === 'Leiding en coördinatie')

  test('with another heading would be called so', () => {
    const change = only(edited(docx, withRun('Leiding en coördinatie', run('Wie leidt en wie regelt'))))
    expect(change.what).toMatchObject({
      change: { kind: 'fact', address: `articles.${heading?.id}.heading` },
    })
    expect(afterAccepting(change).articles.find(({ id }) => id === heading?.id)?.heading).toBe(
      'Wie leidt en wie regelt',
    )
  })

  test('that the file has more come with their clauses after the article before them', () => {
    const extra =
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Nieuw artikel')}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr>${run('Eerste zin.')}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr>${run('Tweede zin.')}</w:p>`
    const file = edited(
      docx,
      withParagraph('Leiding en coördinatie</w:t></w:r><w:bookmarkEnd', (paragraph) => extra + paragraph),
    )
    const change = only(file)
    const before = body.articles[body.articles.findIndex(({ id }) => id === heading?.id) - 1]
    expect(change.what).toMatchObject({
      change: {
        kind: 'article-add',
        heading: 'Nieuw artikel',
        text: 'Eerste zin.\nTweede zin.',
        after: before?.id,
      },
    })
    expect(afterAccepting(change).articles.map((each) => each.heading)).toContain('Nieuw artikel')
  })

  test('that the file has no more would go as a whole', () => {
    const file = edited(docx, (xml) => {
      const at = (text: string) => xml.lastIndexOf('<w:p>', xml.indexOf(text))
      const next = body.articles[body.articles.findIndex(({ id }) => id === heading?.id) + 1]
      const bookmark = (id: string | undefined) =>
        `w:name="_Ref_article_${body.articles.findIndex((each) => each.id === id) + 1}"`
      return xml.slice(0, at(bookmark(heading?.id))) + xml.slice(at(bookmark(next?.id)))
    })
    const change = only(file)
    expect(change.what).toEqual({
      kind: 'change',
      change: { kind: 'article-remove', articleId: heading?.id },
    })
  })
})

describe('facts', () => {
  const goal = 'Ouders in de Havenwijk vragen eerder hulp en krijgen hulp die bij hen past.'
  const filled = edited(docx, (xml) => xml.replaceAll(goal, 'Elk gezin kent de weg.'))

  test('that were filled in otherwise, in the control and in what is bound to it, are told once', () => {
    const both = withPart(filled, 'customXml/item1.xml', (xml) => xml.replace(goal, 'Elk gezin kent de weg.'))
    const change = only(both)
    expect(change).toMatchObject({
      was: goal,
      file: 'Elk gezin kent de weg.',
      here: goal,
      what: { change: { kind: 'fact', address: 'purpose.goalText', value: 'Elk gezin kent de weg.' } },
    })
    expect(afterAccepting(change).purpose.goalText).toBe('Elk gezin kent de weg.')
  })

  test('are seen when a program wrote one of the two alone', () => {
    expect(only(filled).file).toBe('Elk gezin kent de weg.')
    const bound = withPart(docx, 'customXml/item1.xml', (xml) => xml.replace(goal, 'Elk gezin kent de weg.'))
    expect(only(bound).file).toBe('Elk gezin kent de weg.')
  })

  test('whose control was emptied have no answer any more', () => {
    const change = only(edited(docx, (xml) => xml.replaceAll(run(goal), '')))
    expect(change.what).toMatchObject({ change: { address: 'purpose.goalText', value: '' } })
  })

  test('that are days are read as people write them; what is no day can only be said', () => {
    const day = (text: string) =>
      edited(docx, (xml) =>
        xml.replace(/(term\.startDate"\/>.*?<w:t xml:space="preserve">)[^<]*/, `$1${text}`),
      )
    expect(only(day('1 april 2027')).what).toMatchObject({
      change: { address: 'term.startDate', value: '2027-04-01' },
    })
    expect(only(day('01-04-2027')).what).toMatchObject({ change: { value: '2027-04-01' } })
    expect(only(day('na de zomer'))).toMatchObject({ file: 'na de zomer', what: { kind: 'remark' } })
  })

  test('that changed here meanwhile are a conflict', () => {
    const now = { ...body, purpose: { ...body.purpose, goalText: 'Iets anders.' } }
    expect(only(filled, now)).toMatchObject({ meanwhile: 'changed', here: 'Iets anders.' })
    const same = { ...body, purpose: { ...body.purpose, goalText: 'Elk gezin kent de weg.' } }
    expect(only(filled, same).meanwhile).toBe('already-so')
  })
})

describe('rows', () => {
  const line = body.financing.lines.find(({ amount }) => amount !== null)
  const amount = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(line?.amount ?? 0)
  const task = body.tasks.find(({ clusterId }) => clusterId === 'awareness')
  const lead = body.parties.find(({ id }) => id === task?.leadPartyId)?.shortName ?? ''

  test('with another amount would have that amount', () => {
    const file = edited(docx, (xml) => {
      const table = xml.indexOf('<w:tblCaption w:val="Kosten')
      const at = xml.indexOf(`€ ${amount}`, Math.max(0, table))
      return `${xml.slice(0, at)}€ 1.234,50${xml.slice(at + `€ ${amount}`.length)}`
    })
    const facts = changesIn(file, body).filter(({ what }) => what.kind === 'change')
    expect(single(facts).what).toMatchObject({ change: { kind: 'fact', value: 1234.5 } })
  })

  test('with another title of a task would have that title', () => {
    const file = edited(
      docx,
      withRow(task?.title ?? '', (row) => row.replace(task?.title ?? '', 'Koffieochtend')),
    )
    expect(single(changesIn(file, body).filter(({ what }) => what.kind === 'change')).what).toEqual({
      kind: 'change',
      change: { kind: 'fact', address: `tasks.${task?.id}.title`, value: 'Koffieochtend' },
    })
  })

  test('that the file has more are rows of that table', () => {
    const file = edited(
      docx,
      withRow(task?.title ?? '', (row) => {
        let cell = 0
        const texts = ['Spelochtend', 'de gemeente', '', '', '']
        const extra = row.replace(
          /<w:p>.*?<\/w:p>/g,
          () => `<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${run(texts[cell++] ?? '')}</w:p>`,
        )
        return row + extra
      }),
    )
    const change = only(file)
    const municipality = body.parties.find(({ role }) => role === 'municipality')
    expect(change.what).toEqual({
      kind: 'change',
      change: {
        kind: 'row-add',
        list: 'tasks',
        values: { clusterId: 'awareness', title: 'Spelochtend', leadPartyId: municipality?.id },
      },
    })
    expect(afterAccepting(change).tasks.map(({ title }) => title)).toContain('Spelochtend')
  })

  test('that the file has no more would go', () => {
    const change = single(
      changesIn(
        edited(
          docx,
          withRow(task?.title ?? '', () => ''),
        ),
        body,
      ).filter(({ what }) => what.kind === 'change'),
    )
    expect(change.what).toEqual({
      kind: 'change',
      change: { kind: 'row-remove', list: 'tasks', rowId: task?.id },
    })
  })

  test('whose text stands for nothing can only be said, and are not lost', () => {
    const file = edited(
      docx,
      withRow(task?.title ?? '', (row) => row.replace(lead, 'de buurman')),
    )
    expect(
      changesIn(file, body)
        .map(({ file: text }) => text)
        .join('\n'),
    ).toContain('de buurman')
  })
})

describe('facts in rows, items and parties', () => {
  const task = body.tasks.find(({ clusterId }) => clusterId === 'awareness')
  const [party] = body.parties
  const title = `tasks.${task?.id}.title`
  const fill =
    (tag: string, words: string, places: 'g' | '' = 'g') =>
    (xml: string) =>
      xml.replace(
        new RegExp(`(<w:tag w:val="${tag}"/>(?:(?!</w:sdt>).)*?<w:t xml:space="preserve">)[^<]*`, places),
        `$1${words}`,
      )

  test('that Word changed everywhere they stand, and in the data, are one change with the name of the place', () => {
    const both = withPart(edited(docx, fill(title, 'Koffieochtend')), 'customXml/item1.xml', (xml) =>
      xml.replace(new RegExp(`(<${title}>)[^<]*`), '$1Koffieochtend'),
    )
    const change = only(both)
    expect(change).toMatchObject({
      ...{ was: task?.title, file: 'Koffieochtend', here: task?.title, meanwhile: 'unchanged' },
      where: expect.stringContaining(`${task?.title} · Taak`),
      what: { kind: 'change', change: { kind: 'fact', address: title, value: 'Koffieochtend' } },
    })
    expect(afterAccepting(change).tasks.find(({ id }) => id === task?.id)?.title).toBe('Koffieochtend')
  })

  test('that were changed in one of their places alone are that one change', () => {
    expect(only(edited(docx, fill(title, 'Koffieochtend', '')))).toMatchObject({
      file: 'Koffieochtend',
      what: { change: { address: title } },
    })
  })

  test('that say two things in two places are both told', () => {
    const file = edited(edited(docx, fill(title, 'Theeochtend')), fill(title, 'Koffieochtend', ''))
    expect(changesIn(file, body).map(({ file: said }) => said)).toEqual(['Koffieochtend', 'Theeochtend'])
  })

  test('are days and choices that are read as such; of a row that went here they say so', () => {
    const dated = body.tasks.find(({ dueDate }) => dueDate !== null)
    expect(only(edited(docx, fill(`tasks.${dated?.id}.dueDate`, '1 april 2028')))).toMatchObject({
      what: { change: { address: `tasks.${dated?.id}.dueDate`, value: '2028-04-01' } },
    })
    expect(only(edited(docx, fill(`tasks.${task?.id}.leadPartyId`, 'de gemeente')))).toMatchObject({
      what: { change: { address: `tasks.${task?.id}.leadPartyId`, value: party?.id } },
    })
    const now = { ...body, tasks: body.tasks.filter(({ id }) => id !== task?.id) }
    expect(only(edited(docx, fill(title, 'Koffieochtend')), now)).toMatchObject({
      ...{ meanwhile: 'gone', here: null, what: { kind: 'remark' } },
    })
  })

  test('in the description of a party and in a list come back as the facts they are', () => {
    const changed = (tag: string, words: string) => only(edited(docx, fill(tag, words))).what
    const city = `parties.${party?.id}.city`
    expect(changed(city, 'Lindenveen')).toMatchObject({ change: { address: city, value: 'Lindenveen' } })
    const term = `definitions.${body.definitions[0]?.id}.term`
    expect(changed(term, 'Helper')).toMatchObject({ change: { address: term, value: 'Helper' } })
  })

  test('of a row that was copied and changed are a new row, and no other words in the row it was copied from', () => {
    const file = edited(
      docx,
      withRow(task?.title ?? '', (row) => row + row.replace(task?.title ?? '', 'Koffieochtend')),
    )
    expect(only(file).what).toMatchObject({
      change: { kind: 'row-add', list: 'tasks', values: { title: 'Koffieochtend' } },
    })
  })
})

describe('what is said in the file', () => {
  const REMARKS = {
    threads: [
      {
        place: { kind: 'section', sectionId: body.articles[3]?.id ?? '' } as const,
        quote: '',
        isResolved: false,
        comments: [{ author: 'Fatima (de vaders)', at: '2026-11-25T09:30:00.123Z', text: 'Is dit wel zo?' }],
      },
    ],
    proposers: {},
    unknown: 'onbekend',
  }
  const comment = (id: number, text: string) =>
    `<w:comment w:id="${id}" ${AUTHOR} w:initials="JJ"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`

  test('and was said before it was taken along is nothing new', async () => {
    const remarked = await takenAlong(body, REMARKS)
    expect(readBack(remarked).comments).toHaveLength(1)
    expect(changesIn(remarked, body)).toEqual([])
  })

  test('and was said before is nothing new either when Word numbered it anew and took people out', async () => {
    const remarked = await takenAlong(body, REMARKS)
    const nameless = withPart(remarked, 'word/comments.xml', (xml) =>
      xml.replace(
        /w:id="0" w:initials="[^"]*" w:author="[^"]*" w:date="[^"]*"/,
        'w:id="5" w:author="Auteur"',
      ),
    )
    const renumbered = edited(nameless, (xml) => xml.replace(/(<w:comment\w+ w:id=")0"/g, '$15"'))
    expect(readBack(renumbered).comments).toMatchObject([{ id: '5', hand: { author: 'Auteur', at: null } }])
    expect(changesIn(renumbered, body)).toEqual([])
    const unnamed = withPart(renumbered, 'word/commentsIds.xml', (xml) =>
      xml.replace(/<w16cid:commentId .*\/>/, ''),
    )
    expect(only(unnamed)).toMatchObject({ file: 'Is dit wel zo?' })
  })

  test('and is new is told at its article, with the words it is about and by whom', async () => {
    const remarked = await takenAlong(body, REMARKS)
    const said = withPart(remarked, 'word/comments.xml', (xml) =>
      xml.replace('</w:comments>', `${comment(77, 'Graag toelichten')}</w:comments>`),
    )
    const file = edited(
      said,
      withRun(
        `${CLAUSE} Lukt dat niet, dan geldt `,
        `<w:commentRangeStart w:id="77"/>${run(`${CLAUSE} Lukt dat niet, dan geldt `)}<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>`,
      ),
    )
    expect(only(file)).toMatchObject({
      file: 'Graag toelichten',
      hands: [JAN],
      what: { kind: 'comment', text: 'Graag toelichten', quote: `${CLAUSE} Lukt dat niet, dan geldt ` },
    })
    expect(only(file).where).toContain('Leiding en coördinatie')
  })
})

describe('proposals that were in the file', () => {
  test('and stand in it as they did are nothing new; one that was accepted in it is', async () => {
    const doc = docOf(body)
    const place = body.articles.find(({ body: text }) => JSON.stringify(text).includes(CLAUSE))
    const index = place?.body.content.findIndex((block) => JSON.stringify(block).includes(CLAUSE)) ?? -1
    const seen = `${CLAUSE} Lukt dat niet, dan geldt artikel §.`
    expect(
      proposeWords(
        doc,
        { articleId: place?.id ?? '', index, seen, edits: [{ from: 9, to: 18, text: 'beslissen' }] },
        's1',
      ),
    ).toBe(true)
    const proposed = readAgreement(doc).value
    const proposers = { s1: { author: 'Fatima (de vaders)', at: '2026-11-25T09:30:00.500Z' } }
    const file = await takenAlong(proposed, { threads: [], proposers, unknown: 'onbekend' })
    expect(changesIn(file, proposed)).toEqual([])
    const accepted = edited(file, (xml) =>
      xml
        .replace(/<w:del [^>]*>(?:(?!<\/w:del>).)*besluiten.*?<\/w:del>/, '')
        .replace(/<w:ins [^>]*>((?:(?!<\/w:ins>).)*beslissen.*?)<\/w:ins>/, '$1'),
    )
    expect(single(changesIn(accepted, proposed)).file).toContain('Partijen beslissen samen.')
    const text = maybeText(doc, place?.id ?? '')
    expect(text && readSuggestions(text)).toHaveLength(1)
  })
})
