import { clusterOfBlock } from '../agreement/block-names.ts'
import type { Catalog } from './catalog.ts'
import type { PlacedMessage } from './placed-message.ts'
import type { Template } from './template.ts'
import type { YamlSource } from './yaml-source.ts'

/** Whether the framework of a template is in the catalogue, and the clusters whose tasks it shows in that framework. */
export function checkClusters(template: Template, source: YamlSource, catalog: Catalog): PlacedMessage[] {
  const framework = catalog.frameworks.find((each) => each.id === template.clusterFrameworkId)
  if (!framework) {
    const known = catalog.frameworks.map((each) => each.id).join(', ')
    return [
      source.messageAt(
        ['clusterFrameworkId'],
        'dangling_reference',
        `one of ${known}`,
        template.clusterFrameworkId,
      ),
    ]
  }
  const clusters = framework.clusters.map((each) => each.id)
  return paragraphs(template).flatMap(({ path, text }) => {
    const cluster = clusterOfBlock(/^\{\{block:([^{}]*)\}\}$/.exec(text.trim())?.[1] ?? '')
    if (cluster === null || clusters.includes(cluster)) return []
    return [source.messageAt(path, 'dangling_reference', `one of ${clusters.join(', ')}`, cluster, cluster)]
  })
}

function paragraphs(template: Template) {
  return (['articles', 'annexes'] as const).flatMap((part) =>
    template[part].flatMap((section, index) =>
      section.text.map(({ text }, at) => ({ path: [part, index, 'text', at], text })),
    ),
  )
}
