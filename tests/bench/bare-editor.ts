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
  const clause = '<p>Partijen zijn gelijkwaardig. Zij nemen elkaars kennis serieus.</p>'
  new Editor({ element, injectCSS: false, extensions: [Document, Paragraph, Text], content: clause.repeat(6) })
`

/** A page with nothing but one TipTap editor and six paragraphs: the least that typing on a page can cost. */
export async function bareEditorPage(): Promise<string> {
  return `<!doctype html><html lang="nl"><title>bare</title><main id="${BARE_PLACE}"></main>${await bareEditorScript()}`
}

/** The script element that makes the editor, in the element with that id. */
export async function bareEditorScript(): Promise<string> {
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
  return `<script>${code.replaceAll('</script', '<\\/script')}</script>`
}
