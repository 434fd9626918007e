import { describe, expect, test } from 'vitest'
import { agreementBody } from '../../../shared/agreement/agreement.ts'
import { isNamedCondition } from '../../../shared/agreement/named-conditions.ts'
import { PLACEHOLDERS } from '../../../shared/agreement/placeholders.ts'
import type { RichText } from '../../../shared/agreement/rich-text.ts'
import { makeAgreement } from '../../../shared/template/make-agreement.ts'
import { parseTemplate } from '../../../shared/template/parse-template.ts'
import { schemaAt } from '../../../shared/template/schema-path.ts'
import type { Template } from '../../../shared/template/template.ts'
import { counter, expectRead, readCatalog, templateFiles } from './files.ts'

const catalog = readCatalog()
const TODAY = '2026-11-21'
const make = (template: Template) => makeAgreement(template, catalog, { newId: counter(), today: TODAY })

test('the four templates of the domain pack are there', () => {
  const names = templateFiles.map(({ name }) => name)
  expect(names).toEqual(['coop_youth.yaml', 'covenant_honour.yaml', 'programme.yaml', 'short_project.yaml'])
})

test('the main template has 29 articles', () => {
  const main = templateFiles.find(({ name }) => name === 'coop_youth.yaml')
  expect(expectRead(parseTemplate(main?.text ?? '', 'coop_youth.yaml')).articles).toHaveLength(29)
})

describe.each(templateFiles)('$name', ({ name, text }) => {
  const template = expectRead(parseTemplate(text, name, catalog))
  const body = make(template)
  const texts: RichText[] = [...body.articles, ...body.annexes].map((section) => section.body)

  test('is called by its id', () => {
    expect(name).toBe(`${template.id}.yaml`)
  })

  test('makes an agreement that is valid and already normal', () => {
    expect(agreementBody.parse(structuredClone(body))).toEqual(body)
  })

  test('makes an agreement whose ids are all different', () => {
    const ids = idsIn(body)
    expect(ids.length).toBeGreaterThan(template.articles.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('leaves no mark of the template in the text of an agreement', () => {
    const words = [...plainTexts(texts), ...body.recitals.map((recital) => recital.text)]
    expect(words.filter((line) => /\{\{|\}\}|\*\*/.test(line))).toEqual([])
  })

  test('refers only to articles of the agreement', () => {
    const known = body.articles.map((article) => article.id)
    for (const inline of inlinesOf(texts)) {
      if (inline.type === 'articleReference') expect(known).toContain(inline.attrs.articleId)
    }
  })

  test('gives every article a guidance that ends and a question that asks', () => {
    for (const article of template.articles) {
      expect(article.guidance, article.key).toMatch(/[.!?]$/)
      expect(article.question, article.key).toMatch(/\?$/)
    }
  })

  test('uses no condition that the program does not know', () => {
    const named = texts.flatMap((each) =>
      each.content.flatMap((part) => (part.type === 'paragraph' ? (part.attrs.onlyIf ?? []) : [])),
    )
    expect(named.filter((condition) => !isNamedCondition(condition))).toEqual([])
  })

  test('does not number parties, recitals and signatures, and numbers all else', () => {
    const unnumbered = template.articles.filter((article) => !article.numbered).map((article) => article.key)
    const special = ['parties', 'recitals', 'signatures'].filter((key) =>
      template.articles.some((article) => article.key === key),
    )
    expect(unnumbered).toEqual(special)
  })

  test('says what to do in danger', () => {
    expect(JSON.stringify(texts)).toContain('112')
    expect(JSON.stringify(texts)).toContain('0800-2000')
  })

  test('has no sentence of more than 25 words', () => {
    const sentences = plainTexts(texts).flatMap((line) => line.split(/(?<=[.!?:;])\s+/))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 25)).toEqual([])
  })

  test('avoids formal and outdated words', () => {
    const { formalWords, outdatedTerms } = catalog.norms.plainLanguage
    const found = [...formalWords, ...outdatedTerms.map(({ term }) => term)].filter((word) =>
      new RegExp(`\\b${word}`, 'i').test(text),
    )
    expect(found).toEqual([])
  })
})

test('every placeholder leads to a place in the agreement', () => {
  const dead = Object.entries(PLACEHOLDERS).filter(([, { target }]) => schemaAt(target) === null)
  expect(dead).toEqual([])
})

function inlinesOf(texts: readonly RichText[]) {
  return texts.flatMap((each) =>
    each.content.flatMap((part) => (part.type === 'paragraph' ? (part.content ?? []) : [])),
  )
}

function plainTexts(texts: readonly RichText[]): string[] {
  return texts.flatMap((each) =>
    each.content.flatMap((part) =>
      part.type === 'paragraph'
        ? (part.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : 'woord')).join('')
        : [],
    ),
  )
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner),
  )
}
