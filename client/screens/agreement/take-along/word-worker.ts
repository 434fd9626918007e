import { drawTitle } from '../../../../shared/agreement/title.ts'
import { draftWord, snapshotOnDevice } from '../../../../shared/word/draft-word.ts'
import { fileNameOf } from '../../../../shared/word/file-name.ts'
import type { WordAnswer, WordJob } from './word-job.ts'

/** The part of a worker's own scope that is used; the types of a page do not know it. */
type Scope = {
  addEventListener(name: 'message', listener: (event: MessageEvent<WordJob>) => void): void
  postMessage(answer: WordAnswer): void
}
const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data }) => {
  write(data).then(
    (answer) => scope.postMessage(answer),
    () => scope.postMessage({ failed: true }),
  )
})

async function write({ agreementId, body, catalog, date, theme }: WordJob): Promise<WordAnswer> {
  const snapshot = snapshotOnDevice(agreementId, body, catalog)
  const bytes = await draftWord(snapshot, catalog, date, theme)
  return { bytes, name: `${fileNameOf(drawTitle(body))}.docx` }
}
