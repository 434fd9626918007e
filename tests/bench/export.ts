import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { writeHtml } from '../../shared/word/write-html.ts'
import { benchOutline, SUBJECTS } from './export-subjects.ts'
import { quantile, type Table } from './table.ts'

const PEER = join(import.meta.dirname, 'peers/docxtemplater')
const RUNS = 3

/**
 * From one outline of 60 articles and 20 tables to a Word file: ours, `docx` alone writing the same parts, zipping those parts, and what others make of the
 * same words. Programs are started anew for each file, as an operator would.
 */
export async function measureExport(): Promise<readonly Table[]> {
  if (!existsSync(join(PEER, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEER, stdio: 'ignore' })
  const rows: string[][] = []
  for (const name of Object.keys(SUBJECTS)) rows.push(inProcess(name))
  const folder = await mkdtemp(join(tmpdir(), 'handslag-bench-'))
  await writeFile(join(folder, 'in.html'), writeHtml(benchOutline()))
  rows.push(
    await byProgram('pandoc from HTML', 'pandoc', ['in.html', '-o', 'in.docx'], folder),
    await byProgram(
      'LibreOffice from HTML',
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML', 'in.html'],
      ],
      folder,
    ),
  )
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const columns = ['subject', 'median', 'p90', 'processor', 'memory above start', 'size']
  return [{ title: 'Export: 60 articles, 20 tables', columns, rows }]
}

type Measured = { times: number[]; size: number; cpu: number; memory: number }

function inProcess(name: string): string[] {
  const script = join(import.meta.dirname, 'export-process.ts')
  const measured: Measured = JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' }))
  return rowOf(name, measured)
}

function rowOf(name: string, { times, size, cpu, memory }: Measured): string[] {
  const time = (share: number) => `${quantile(times, share).toFixed(0)} ms`
  const processor = Number.isNaN(cpu) ? '' : `${cpu.toFixed(0)} ms`
  return [name, time(0.5), time(0.9), processor, `${memory.toFixed(0)} MB`, `${(size / 1024).toFixed(0)} KB`]
}

/** A program that is not there is named. */
async function byProgram(name: string, program: string, words: string[], folder: string): Promise<string[]> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  if (!folders.some((each) => existsSync(join(each, program)))) return [name, 'not here', '', '', '', '']
  const times: number[] = []
  let memory = 0
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    memory = Math.max(memory, await peakOf(program, words, folder))
    times.push(performance.now() - start)
  }
  const { size } = await stat(join(folder, 'in.docx'))
  return rowOf(name, { times, size, cpu: Number.NaN, memory })
}

/** Runs it to its end; gives the most memory (MB) that it and what it started had together, looked at now and then. */
async function peakOf(program: string, words: string[], folder: string): Promise<number> {
  const child = spawn(program, words, { cwd: folder, stdio: 'ignore', detached: true })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let peak = 0
  const look = setInterval(async () => {
    peak = Math.max(peak, await memoryOfGroup(child.pid ?? 0))
  }, 50)
  await ended
  clearInterval(look)
  return peak
}

/** Resident memory of a process group; nothing where the system has no `/proc`. */
async function memoryOfGroup(group: number): Promise<number> {
  const names = await readdir('/proc').catch(() => [])
  const sizes = names
    .filter((name) => /^\d+$/.test(name))
    .map(async (name) => {
      const fields =
        (await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '')).split(') ')[1]?.split(' ') ?? []
      // After the name: state, parent, group; resident pages are the 22nd (proc_pid_stat(5)).
      return Number(fields[2]) === group ? (Number(fields[21]) * 4096) / 2 ** 20 : 0
    })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
