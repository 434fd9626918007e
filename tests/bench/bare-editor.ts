import { join } from 'node:path'
import { build } from 'vite'

/** The id of the element in which the bare editor stands. */
export const BARE_PLACE = 'bare-editor'

const SOURCE = `
  import { Editor, Node } from '@tiptap/core'
  import { Document } from '@tiptap/extension-document'
  import { Text } from '@tiptap/extension-text'
  const Paragraph = Node.create({
    name: 'paragraph',
    group: 'block',
    content: 'inline*',
    parseHTML: () => [{ tag: 'p' }],
    renderHTML: () => ['p', 0],
  })
  const element = document.getElementById('${BARE_PLACE}')
  const lines = JSON.parse(document.getElementById('${BARE_PLACE}-lines').textContent)
  const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  const extensions = [Document, Paragraph, Text]
  new Editor({ element, injectCSS: false, extensions, content: { type: 'doc', content } })
`
const SIX = Array(6).fill('Partijen zijn gelijkwaardig. Zij nemen elkaars kennis serieus.')

/** A page with nothing but one TipTap editor and a paragraph a line, six when none are given: the least that typing on a page can cost. */
export async function bareEditorPage(lines?: readonly string[]): Promise<string> {
  const viewport = '<meta name="viewport" content="width=device-width">'
  return `<!doctype html><html lang="nl"><title>bare</title>${viewport}<main id="${BARE_PLACE}"></main>${await bareEditorScript(lines)}`
}

/** The script elements that make the editor, in the element with that id. */
export async function bareEditorScript(lines: readonly string[] = SIX): Promise<string> {
  const entry = join(import.meta.dirname, 'bare-editor-entry.js')
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '../..'),
    build: { write: false, minify: true, rollupOptions: { input: entry, output: { format: 'iife' } } },
    plugins: [
      {
        name: 'bare-editor',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? SOURCE : null),
      },
    ],
  })
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  const code = outputs.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
  const data = JSON.stringify(lines).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="${BARE_PLACE}-lines">${data}</script><script>${code.replaceAll('</script', '<\\/script')}</script>`
}
