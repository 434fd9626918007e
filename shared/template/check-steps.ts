import { LISTS } from '../agreement/schema-walk.ts'
import type { PlacedMessage } from './placed-message.ts'
import { memberOf, schemaAt } from './schema-path.ts'
import { itemsOf, type Steps } from './steps.ts'
import type { YamlSource } from './yaml-source.ts'

/** What the schema of the steps can not see: ids that are there twice, and places that no agreement has. */
export function checkSteps({ steps }: Steps, source: YamlSource): PlacedMessage[] {
  const seen = new Set<string>()
  const once = (path: (string | number)[], scope: string, id: string) => {
    const known = seen.has(`${scope} ${id}`)
    seen.add(`${scope} ${id}`)
    return known
      ? [source.messageAt(path, 'duplicate_key', 'an id that nothing else in its step has', id)]
      : []
  }
  return steps.flatMap((step, at) => [
    ...once(['steps', at, 'id'], '', step.id),
    ...itemsOf(step).flatMap(({ item, path }) => once(['steps', at, ...path, 'id'], step.id, item.id)),
    ...step.fill.flatMap(({ target }, index) =>
      target === null || isPlace(target)
        ? []
        : [
            source.messageAt(
              ['steps', at, 'fill', index, 'target'],
              'unknown_path',
              'a field, a list, or a field of a list with .*.',
              target,
            ),
          ],
    ),
  ])
}

function isPlace(target: string): boolean {
  const [path = '', field, ...more] = target.split('.*.')
  if (field === undefined) return schemaAt(path) !== null
  const record = LISTS.get(path)?.record
  return record !== undefined && more.length === 0 && memberOf(record, field) !== null
}
