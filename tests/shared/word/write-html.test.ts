import { describe, expect, test } from 'vitest'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import { writeHtml } from '../../../shared/word/write-html.ts'
import { agreement } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOutline, realCatalog } from '../../support/examples-on-paper.ts'
import { squeezed, textsOf } from '../../support/outline-words.ts'

/** The text of a page: what is in the body, without tags and with signs written out again. */
function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ')
  return body.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

describe('the page of an agreement', () => {
  test.each(EXAMPLE_NAMES)('%s holds every word of its outline', (name) => {
    const outline = exampleOutline(name)
    const loose = (text: string) => squeezed(text.replace(/[.,:;()]/g, ' $& '))
    const text = loose(textOf(writeHtml(outline)))
    expect(textsOf(outline).filter((line) => !text.includes(loose(line)))).toEqual([])
  })

  test('says its language, heads its columns, and leads from contents and references to the article', () => {
    const html = writeHtml(exampleOutline(EXAMPLE_NAMES[0]))
    expect(html).toContain('<html lang="nl">')
    expect(html).toContain('<th scope="col">Resultaat</th>')
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(35)
    expect(targets.filter((target) => !html.includes(`id="${target}"`))).toEqual([])
  })

  test('shows clause numbers as text: 1.1 in an article, 1. in an annex', () => {
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { kind: 'clause' }, content: [{ type: 'text', text: 'x' }] }],
    }
    const parts = {
      articles: [{ id: 'a', key: 'a', heading: 'A', numbered: true, body }],
      annexes: [{ id: 'b', title: 'B', kind: 'other', body }],
    }
    const html = writeHtml(buildOutline(agreement(parts), realCatalog(), { status: 'draft' }).value)
    expect([...html.matchAll(/class="number">([^<]*)</g)].map(([, number]) => number)).toEqual(['1.1', '1.'])
  })

  test('lets Arabic words stand by themselves in a Dutch sentence, and a whole Arabic sentence begin at the right', () => {
    const clause = (text: string) => ({
      type: 'paragraph',
      attrs: { kind: 'clause' },
      content: [{ type: 'text', text }],
    })
    const content = [
      clause('De vereniging heet جمعية الأمل (24).'),
      clause('نعمل معًا من أجل سلامة الأسر مع Veilig Thuis'),
    ]
    const articles = [{ id: 'a', key: 'a', heading: 'A', numbered: true, body: { type: 'doc', content } }]
    const html = writeHtml(buildOutline(agreement({ articles }), realCatalog(), { status: 'draft' }).value)
    expect(html).toContain('<span>De vereniging heet <bdi>جمعية الأمل</bdi> (24).</span>')
    expect(html).toMatch(
      /<p class="clause" dir="rtl">.*<span>نعمل معًا من أجل سلامة الأسر مع <bdi>Veilig Thuis<\/bdi><\/span>/,
    )
  })

  test('runs nothing that somebody wrote', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' &amp;`
    const outline = JSON.parse(JSON.stringify(exampleOutline(EXAMPLE_NAMES[0])), (key, value) =>
      typeof value === 'string' &&
      !['kind', 'style', 'align', 'marks'].includes(key) &&
      !Number.isInteger(Number(key))
        ? hostile
        : value,
    )
    const html = writeHtml(outline)
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/i)
    expect(textOf(html)).toContain('<script>alert(1)</script>')
  })
})
