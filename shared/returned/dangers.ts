import { Refused } from './refused.ts'
import { type Attributes, walkXml } from './walk-xml.ts'

/** Parts and types of content that hold a program, or an object that another program opens. */
const PROGRAM_PART =
  /(^|\/)(vbaProject[^/]*\.bin|vbaData[^/]*\.xml|attachedToolbars\.bin|activeX\/.*|oleObject[^/]*)$/i
const PROGRAM_TYPE =
  /macroEnabled|vbaProject|vbaData|activeX|oleObject|controlproperties|keyMapCustomizations|attachedToolbars/i
const PROGRAM_KIND =
  /^(vbaProject|wordVbaData|control|activeXControlBinary|oleObject|keyMapCustomizations|attachedToolbars)$/i

export const isProgramPart = (name: string) => PROGRAM_PART.test(name)
export const isProgramType = (type: string) => PROGRAM_TYPE.test(type)
export const isProgramKind = (kind: string) => PROGRAM_KIND.test(kind)

/** A part that is taken up as it is, in whatever format, with whatever that fetches. */
export const isForeignKind = (kind: string) => /^(aFChunk|subDocument|frame)$/i.test(kind)

/** Fields (ECMA-376 part 1, 17.16.5, and those of older Words) that fetch, and that start a program. */
const FETCHING = [
  'INCLUDETEXT',
  'INCLUDEPICTURE',
  'INCLUDE',
  'IMPORT',
  'DDE',
  'DDEAUTO',
  'LINK',
  'DATABASE',
  'RD',
]
const STARTING = ['MACROBUTTON', 'EMBED', 'CONTROL', 'HTMLCONTROL', 'OCX']

/**
 * Looks through a part of the text for what fetches or starts something by itself. All ways of an `mc:AlternateContent` count: which one
 * is taken differs from program to program. Gives the number of elements.
 * Throws `Refused`, and `XmlError`.
 */
export function refuseDangers(xml: string): number {
  const fields = new Fields()
  let inCode = 0
  const elements = walkXml(xml, {
    open: (name, attributes) => {
      refuseElement(name, attributes)
      if (name === 'w:fldSimple') refuseField(attributes['w:instr'] ?? '')
      if (name === 'w:fldChar') fields.mark(attributes['w:fldCharType'] ?? '')
      if (isCode(name)) inCode += 1
    },
    close: (name) => {
      if (isCode(name)) inCode -= 1
    },
    text: (piece) => {
      if (inCode > 0) fields.say(piece)
    },
  })
  fields.end()
  return elements
}

const isCode = (name: string) => name === 'w:instrText' || name === 'w:delInstrText'

/** The fields that are open at a place, each with its code so far; null once its result has begun. */
class Fields {
  readonly #codes: (string | null)[] = []

  mark(type: string): void {
    if (type === 'begin') {
      const outer = this.#codes.at(-1)
      // Its name would be what the field inside it gives: nobody can tell which field that is.
      if (typeof outer === 'string' && !/^\s*(=|\S+\s)/.test(outer))
        throw fetches('a field without a name of its own')
      this.#codes.push('')
    } else if (type === 'separate' || type === 'end') {
      refuseField(this.#codes.pop() ?? '')
      if (type === 'separate') this.#codes.push(null)
    }
  }

  say(piece: string): void {
    const last = this.#codes.length - 1
    const code = this.#codes[last]
    // Outside a field a code does nothing; in the result of one neither.
    if (typeof code === 'string') this.#codes[last] = code + piece
  }

  end(): void {
    for (const code of this.#codes) refuseField(code ?? '')
  }
}

function refuseField(code: string): void {
  const name = /^[\s"]*([^\s"\\]*)/.exec(code)?.[1]?.toUpperCase() ?? ''
  if (FETCHING.includes(name)) throw fetches(`a field ${name}`)
  if (STARTING.includes(name)) throw new Refused('macros', `a field ${name}`)
}

/** A picture may name another place itself, without a relationship. */
function refuseElement(name: string, attributes: Attributes): void {
  if (name === 'w:altChunk' || name === 'w:subDoc') throw fetches(name)
  if (name === 'a:blip' && attributes['r:link'] !== undefined) throw fetches('a picture from elsewhere')
  if (!/^v:(imagedata|fill|stroke)$/.test(name)) return
  const named = [attributes.src, attributes['o:href'], attributes['r:href']]
  if (named.some((address) => address !== undefined && address !== ''))
    throw fetches('a picture from elsewhere')
}

const fetches = (seen: string) => new Refused('external-links', seen)
