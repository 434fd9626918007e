import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const REPOSITORY = join(import.meta.dirname, '..')
const BUILT = join(REPOSITORY, 'dist/client')
/** Stands beside the build, not in it: nobody needs to download it. */
const STAMP = join(REPOSITORY, 'dist/client-sources')
/** All the client is made of. */
const SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json']
const COMPRESSED = ['.js', '.css', '.svg', '.html', '.json']

/** Builds the client unless the last build was made from exactly these sources. Answers whether it built. */
export async function ensureClient(): Promise<boolean> {
  const sources = await fingerprint()
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === sources) return false
  await rm(STAMP, { force: true })
  await buildForUse()
  await compress(BUILT)
  // Last: a build that was cut off half-way is made again.
  await mkdir(join(STAMP, '..'), { recursive: true })
  await writeFile(STAMP, sources)
  return true
}

/** Whatever started this, what is built is what people get: the variable makes React and the client leave out what is for developers. */
async function buildForUse(): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const { build } = await import('vite')
    await build({ configFile: join(REPOSITORY, 'vite.config.ts'), logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesUnder(join(REPOSITORY, source))) {
      hash.update(`${relative(REPOSITORY, file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null
    throw error
  })
  if (entries === null) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Small files beside the big ones: phones on a bad connection get those. */
async function compress(folder: string): Promise<void> {
  const files = (await filesUnder(folder)).filter((file) => COMPRESSED.includes(extname(file)))
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      if (bytes.length < 1024) return
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality))
    }),
  )
}
