import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { escapeXml } from '../../shared/word/package-parts.ts'
import { inFolder, run } from './office.ts'
import { programPath } from './programs.ts'

/**
 * What somebody does to a Word file in LibreOffice. `seen` is a text by which the place is found: where it stands first, within one
 * paragraph. What is `tracked` stays visible as a change by the author.
 */
export type OfficeEdit =
  /** Fills in the first control of a fact, by its name in the data that the file carries; for a day the ISO date too. */
  | { do: 'fill'; fact: string; value: string; day?: string }
  /** Puts other words in the place of `seen`. */
  | { do: 'reword'; seen: string; words: string; tracked?: boolean }
  /** A paragraph below the one with `seen`; of the same style. */
  | { do: 'add-paragraph'; seen: string; words: string; tracked?: boolean }
  | { do: 'remove-paragraph'; seen: string; tracked?: boolean }
  /** A row below the one with `seen`. */
  | { do: 'add-row'; seen: string; cells: readonly string[] }
  | { do: 'remove-row'; seen: string }
  | { do: 'comment'; seen: string; words: string }
  /** Takes over every tracked change, or none. */
  | { do: 'accept-all' }
  | { do: 'reject-all' }

export const OFFICE_AUTHOR = { given: 'Jet', family: 'Jurist' }

/**
 * Opens a Word file in LibreOffice, does the edits in their order, and gives what LibreOffice saves as a Word file; without edits that is
 * the file opened and saved. Throws with the edit that could not be done.
 */
export async function editInOffice(
  docx: Uint8Array,
  edits: readonly OfficeEdit[],
  author = OFFICE_AUTHOR,
): Promise<Uint8Array> {
  return await inFolder(async (folder) => {
    const profile = join(folder, 'profile')
    await writeFile(join(folder, 'in.docx'), docx)
    await writeProfile(profile, author, await toModule(folder, edits, author))
    const options = ['--headless', '--norestore', '--nolockcheck', 'macro:///Standard.Edits.Run()']
    const place = `-env:UserInstallation=${pathToFileURL(profile).href}`
    const said = await run(programPath('soffice'), [place, ...options], { HOME: folder })
    const failed = await readFile(join(folder, 'failed.txt'), 'utf8').catch(() => null)
    if (failed !== null) throw new Error(failed)
    return await readFile(join(folder, 'out.docx')).catch(() => {
      throw new Error(`LibreOffice made no file: ${said}`)
    })
  })
}

type Author = typeof OFFICE_AUTHOR

/** The edits as a module of Basic. What goes wrong is written down: without a screen nobody sees it. */
async function toModule(folder: string, edits: readonly OfficeEdit[], author: Author): Promise<string> {
  const library = await readFile(new URL('office-edits.bas', import.meta.url), 'utf8')
  const address = (name: string) => basic(pathToFileURL(join(folder, name)).href)
  const steps = edits.flatMap((edit) => [`doing = ${basic(JSON.stringify(edit))}`, toCall(edit, author)])
  return `${library}
Sub Run
  Dim doing As String, file As Integer
  On Error GoTo Failed
  ' LibreOffice without a screen ends when it draws a comment beside the text: it gets no time to.
  EnableReschedule False
  doing = "opening"
  OpenPaper ${address('in.docx')}
  ${steps.join('\n  ')}
  doing = "saving"
  SavePaper ${address('out.docx')}
  StarDesktop.terminate()
  Exit Sub
Failed:
  If reason = "" Then reason = Error$
  file = FreeFile
  Open ${address('failed.txt')} For Output As #file
  Print #file, doing & ": " & reason
  Close #file
  On Error Resume Next
  paper.setModified(False)
  paper.close(True)
  StarDesktop.terminate()
End Sub
`
}

function toCall(edit: OfficeEdit, { given, family }: Author): string {
  const track = `Track ${'tracked' in edit && edit.tracked === true ? 'True' : 'False'}\n  `
  switch (edit.do) {
    case 'fill':
      return `${track}FillFact ${basic(edit.fact)}, ${basic(edit.value)}, ${basic(edit.day ?? '')}`
    case 'reword':
      return `${track}Reword ${basic(edit.seen)}, ${basic(edit.words)}`
    case 'add-paragraph':
      return `${track}AddParagraph ${basic(edit.seen)}, ${basic(edit.words)}`
    case 'remove-paragraph':
      return `${track}RemoveParagraph ${basic(edit.seen)}`
    case 'add-row':
      return `${track}AddRow ${basic(edit.seen)}, Array(${edit.cells.map(basic).join(', ')})`
    case 'remove-row':
      return `${track}RemoveRow ${basic(edit.seen)}`
    case 'comment':
      return `${track}AddComment ${basic(edit.seen)}, ${basic(edit.words)}, ${basic(`${given} ${family}`)}`
    case 'accept-all':
      return `${track}DecideAll "Accept"`
    case 'reject-all':
      return `${track}DecideAll "Reject"`
  }
}

/** A text in Basic, which has no sign for a quote or the end of a line in one. */
function basic(text: string): string {
  return text
    .split('\n')
    .map((line) => `"${line.replaceAll('"', '""')}"`)
    .join(' & Chr(10) & ')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
const STANDARD = 'library:name="Standard" library:readonly="false" library:passwordprotected="false"'

/** A profile that says to be set up, else LibreOffice sets it up and takes the macro away. */
async function writeProfile(profile: string, { given, family }: Author, module: string): Promise<void> {
  const set = (path: string, name: string, value: string) =>
    `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${escapeXml(value)}</value></prop></item>`
  const settings = [
    set('Setup/Office', 'ooSetupInstCompleted', 'true'),
    set('UserProfile/Data', 'givenname', given),
    set('UserProfile/Data', 'sn', family),
  ]
  const files = {
    'registrymodifications.xcu': `<oor:items xmlns:oor="http://openoffice.org/2001/registry">${settings.join('')}</oor:items>`,
    'basic/script.xlc': `<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><library:libraries ${LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>`,
    'basic/Standard/script.xlb': `<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library ${LIBRARY} ${STANDARD}><library:element library:name="Edits"/></library:library>`,
    'basic/Standard/Edits.xba': `<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escapeXml(module)}</script:module>`,
  }
  await mkdir(join(profile, 'user/basic/Standard'), { recursive: true })
  for (const [name, xml] of Object.entries(files))
    await writeFile(join(profile, 'user', name), `${HEAD}${xml}`)
}
