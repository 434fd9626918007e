import { describe, expect, test } from 'vitest'
import { PARTY_ROLES } from '../../../shared/agreement/party.ts'
import { parseCatalog } from '../../../shared/template/parse-catalog.ts'
import { sentenceOf } from '../../../shared/template/placed-message.ts'
import { stepItems } from '../../../shared/template/steps.ts'
import { catalogFiles, readCatalog } from './files.ts'

const { steps } = readCatalog()

describe('the seven steps', () => {
  test('are seven, each with a goal, a checklist and what to take care of', () => {
    expect(steps.steps.map(({ title }) => title)).toEqual([
      'Kijken',
      'Zoeken',
      'Bedenken',
      'Steun',
      'Afspreken',
      'Doen',
      'Kijken en vasthouden',
    ])
    expect(steps.moments).toHaveLength(8)
  })

  test('hold all of the domain pack: 62 points to tick, 35 questions, 16 traits', () => {
    const kinds = [...stepItems(steps.steps).values()]
    const count = (kind: string) => kinds.filter((each) => each === kind).length
    expect([count('tick'), count('talk'), count('trait')]).toEqual([62, 35, 16])
  })

  test('talk about every role of a party in exactly one profile', () => {
    const roles = steps.steps.flatMap(({ profiles }) => profiles.flatMap(({ forRoles }) => forRoles))
    expect(roles.sort()).toEqual([...PARTY_ROLES].sort())
  })
})

describe('a file of steps that can not be used says where and why', () => {
  const broken = (from: string, to: string) => {
    const files = catalogFiles.map((file) =>
      file.name.endsWith('steps.yaml') ? { ...file, text: file.text.replace(from, to) } : file,
    )
    const read = parseCatalog(files)
    return read.ok ? [] : read.messages.map(sentenceOf)
  }

  test.each([
    ['an id that is there twice', 'id: figures_reach', 'id: figures_area', 'steps.0.checklists.0.items.1.id'],
    ['a place no agreement has', 'target: purpose.goalText', 'target: purpose.dream', 'fill.0.target'],
    ['a field that its records lack', 'target: tasks.*.dueDate', 'target: tasks.*.mood', 'fill.1.target'],
    ['a role that does not exist', 'forRoles: [migrant_organisation]', 'forRoles: [king]', 'forRoles.0'],
  ])('%s', (_, from, to, path) => {
    const [sentence = '', ...more] = broken(from, to)
    expect(more).toEqual([])
    expect(sentence).toContain('steps.yaml:')
    expect(sentence).toContain(path)
  })
})
