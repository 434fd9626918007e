import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const TEXT = /\.(js|css|html)$/

/**
 * Makes another build out of the one in this folder: every file of it gets a new name, everywhere, as files get whose content changed, and
 * the page says which build it is. What is made by a real build is what this starts from; building twice would take a minute.
 */
export async function makeNextBuild(folder: string, name: string): Promise<void> {
  const assets = join(folder, 'assets')
  for (const file of await packedIn(folder)) await rm(file)
  const names = (await readdir(assets)).filter((file) => !isPacked(file))
  const renamed = (text: string) =>
    names.reduce((all, file) => all.replaceAll(file, nameOfNext(file, name)), text)
  for (const file of names) {
    const [before, after] = [join(assets, file), join(assets, nameOfNext(file, name))]
    const content = await readFile(before)
    await writeFile(after, TEXT.test(file) ? renamed(content.toString()) : content)
    await rm(before)
  }
  for (const file of ['index.html', 'service-worker.js']) {
    const text = renamed(await readFile(join(folder, file), 'utf8'))
    await writeFile(join(folder, file), text.replace('<html ', `<html data-build="${name}" `))
  }
}

const nameOfNext = (file: string, name: string) => file.replace(/(\.\w+)$/, `-${name}$1`)
const isPacked = (file: string) => /\.(gz|br)$/.test(file)

async function packedIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true })
  return found.filter(isPacked).map((file) => join(folder, file))
}
