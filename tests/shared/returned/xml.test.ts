import { expect, test } from 'vitest'
import { parseXml, XmlError } from '../../../shared/returned/xml.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

test('names are by our own prefixes whatever the file calls them, and of unknown namespaces by their address', () => {
  const xml = `<p xmlns="${W}" xmlns:x="${W}" xmlns:q="urn:q" x:a="1" b="2" q:c="3"><x:r/><q:z xml:space="preserve"/></p>`
  expect(parseXml(xml)).toEqual({
    name: 'w:p',
    attributes: { 'w:a': '1', b: '2', '{urn:q}c': '3' },
    children: [
      { name: 'w:r', attributes: {}, children: [] },
      { name: '{urn:q}z', attributes: { 'xml:space': 'preserve' }, children: [] },
    ],
  })
})

test('text is one whole over comments, CDATA and signs by number or name', () => {
  expect(parseXml('<a> een<!-- of --> &amp; <![CDATA[<twee>]]>&#x33;<?x y?>!</a>').children).toEqual([
    ' een & <twee>3!',
  ])
})

test('of alternatives the Fallback is there, without one the first Choice, and the text goes on', () => {
  const of = (inside: string) =>
    parseXml(`<a xmlns:mc="${MC}">x<mc:AlternateContent>${inside}</mc:AlternateContent>y</a>`).children
  const choices = '<mc:Choice Requires="wps">1</mc:Choice><mc:Choice Requires="v">2</mc:Choice>'
  expect(of(`${choices}<mc:Fallback>3</mc:Fallback>`)).toEqual(['x3y'])
  expect(of(choices)).toEqual(['x1y'])
  expect(of('')).toEqual(['xy'])
})

const nested = (count: number, open: string, close: string) => open.repeat(count) + close.repeat(count)

test.each([
  ['a DOCTYPE', '<!DOCTYPE a><a/>', 'damaged'],
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'damaged'],
  ['an entity that nobody declared', '<a>&b;</a>', 'damaged'],
  ['a prefix that nobody declared', '<b:a/>', 'damaged'],
  ['an attribute twice', '<a b="1" b="2"/>', 'damaged'],
  ['no end', '<a>', 'damaged'],
  ['two roots', '<a/><b/>', 'damaged'],
  ['nothing', '', 'damaged'],
  ['a sign that XML does not have', '<a>\u0001</a>', 'damaged'],
  ['that sign by its number', '<a>&#1;</a>', 'damaged'],
  ['half a sign', '<a>\ud800</a>', 'damaged'],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'damaged'],
  ['201 elements inside one another', nested(201, '<a>', '</a>'), 'too-large'],
  ['300,001 elements', `<a>${'<b/>'.repeat(300_000)}</a>`, 'too-large'],
  ['201 attributes', `<a ${Array.from({ length: 201 }, (_, n) => `b${n}=""`).join(' ')}/>`, 'too-large'],
  ['an attribute of a million signs and one', `<a b="${'c'.repeat(1_000_001)}"/>`, 'too-large'],
  ['the address of a namespace that is a text', `<a xmlns="${'c'.repeat(201)}"/>`, 'too-large'],
  [
    'alternatives in alternatives in alternatives',
    `<a xmlns:mc="${MC}">${nested(11, '<mc:AlternateContent><mc:Fallback>', '</mc:Fallback></mc:AlternateContent>')}</a>`,
    'too-large',
  ],
])('a text with %s is refused', (_, xml, trouble) => {
  const refused = (() => {
    try {
      return parseXml(xml)
    } catch (error) {
      return error
    }
  })()
  expect(refused).toBeInstanceOf(XmlError)
  expect(refused).toMatchObject({ trouble })
})

test('as deep and as many as is allowed is read', () => {
  expect(parseXml(nested(200, '<a>', '</a>')).name).toBe('a')
  expect(parseXml(`<a>${'<b/>'.repeat(299_999)}</a>`).children).toHaveLength(299_999)
})

test('an attribute called __proto__ changes no object', () => {
  const { attributes } = parseXml('<a __proto__="x" constructor="y"/>')
  expect(Object.entries(attributes)).toEqual([['constructor', 'y']])
})
