import { CATALOG_FILES, type Catalog, type CatalogFile } from './catalog.ts'
import { checkSteps } from './check-steps.ts'
import type { PlacedMessage, Reading } from './placed-message.ts'
import { checkShape } from './schema-messages.ts'
import { type Path, readYaml, type YamlSource } from './yaml-source.ts'

/** A file by its name, with or without folder, and its text. */
export type SourceFile = { name: string; text: string }

type Parts = { [N in CatalogFile]: (typeof CATALOG_FILES)[N]['_output'] }
type Sources = { [N in CatalogFile]: YamlSource }

/**
 * Reads the catalogue from its files (`clusters.yaml`, `factors.yaml` and the others of `CATALOG_FILES`).
 * Gives the catalogue, or everything that is wrong in any of them, a missing file included. Never throws.
 */
export function parseCatalog(files: readonly SourceFile[]): Reading<Catalog> {
  const messages: PlacedMessage[] = []
  const parts: Partial<Record<CatalogFile, unknown>> = {}
  const sources: Partial<Record<CatalogFile, YamlSource>> = {}
  for (const name of Object.keys(CATALOG_FILES) as CatalogFile[]) {
    const read = readPart(name, files)
    if (!read.ok) {
      messages.push(...read.messages)
      continue
    }
    parts[name] = read.value.value
    sources[name] = read.value.source
  }
  if (messages.length > 0) return { ok: false, messages }
  return assemble(parts as Parts, sources as Sources)
}

function readPart(
  name: CatalogFile,
  files: readonly SourceFile[],
): Reading<{ value: unknown; source: YamlSource }> {
  const fileName = `${name}.yaml`
  const file = files.find((each) => each.name.split('/').at(-1) === fileName)
  if (!file) {
    const place = { file: fileName, line: 1, column: 1, path: '' }
    return {
      ok: false,
      messages: [{ ...place, reason: 'missing_file', expected: `a file ${fileName}`, found: 'nothing' }],
    }
  }
  const source = readYaml(file.text, file.name)
  if (!source.ok) return source
  const value = checkShape(source.value, CATALOG_FILES[name])
  return value.ok ? { ok: true, value: { value: value.value, source: source.value } } : value
}

function assemble(parts: Parts, sources: Sources): Reading<Catalog> {
  const value: Catalog = {
    frameworks: parts.clusters.frameworks,
    factors: parts.factors.factors,
    tasks: parts.tasks.tasks,
    norms: parts.norms,
    definitions: parts.definitions.definitions,
    words: parts.words,
    steps: parts.steps,
  }
  const messages = [
    ...checkClusters(value, sources),
    ...checkFactors(value, sources),
    ...checkTasks(value, sources),
    ...checkSteps(value.steps, sources.steps),
  ]
  return messages.length > 0 ? { ok: false, messages } : { ok: true, value }
}

function checkClusters({ frameworks }: Catalog, { clusters }: Sources): PlacedMessage[] {
  const pathTo = (index: number): Path => ['frameworks', index, 'id']
  return [
    ...duplicates(clusters, frameworks, pathTo),
    ...frameworks.flatMap((framework, at) =>
      duplicates(clusters, framework.clusters, (index) => ['frameworks', at, 'clusters', index, 'id']),
    ),
  ]
}

function checkFactors({ factors, frameworks }: Catalog, { factors: source }: Sources): PlacedMessage[] {
  const known = new Set(frameworks.flatMap((framework) => framework.clusters.map((cluster) => cluster.id)))
  return [
    ...duplicates(source, factors, (index) => ['factors', index, 'id']),
    ...factors.flatMap((factor, index) =>
      unknown(source, ['factors', index, 'clusterId'], [factor.clusterId], known),
    ),
  ]
}

function checkTasks({ tasks, factors, frameworks }: Catalog, { tasks: source }: Sources): PlacedMessage[] {
  const clusters = new Set(frameworks.flatMap((framework) => framework.clusters.map((cluster) => cluster.id)))
  const factorIds = new Set(factors.map((factor) => factor.id))
  const taskIds = new Set(tasks.map((task) => task.id))
  return [
    ...duplicates(source, tasks, (index) => ['tasks', index, 'id']),
    ...tasks.flatMap((task, index) => [
      ...unknown(source, ['tasks', index, 'clusterId'], [task.clusterId], clusters),
      ...unknown(source, ['tasks', index, 'factorIds'], task.factorIds, factorIds),
      ...unknown(source, ['tasks', index, 'counterpartTaskIds'], task.counterpartTaskIds, taskIds),
    ]),
  ]
}

function duplicates(
  source: YamlSource,
  items: readonly { id: string }[],
  pathTo: (index: number) => Path,
): PlacedMessage[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (seen.has(id))
      return [source.messageAt(pathTo(index), 'duplicate_key', 'an id that nothing else here has', id)]
    seen.add(id)
    return []
  })
}

function unknown(
  source: YamlSource,
  path: Path,
  ids: readonly string[],
  known: ReadonlySet<string>,
): PlacedMessage[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => source.messageAt(path, 'dangling_reference', 'the id of an entry of the catalogue', id, id))
}
