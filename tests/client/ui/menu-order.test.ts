import { expect, test } from 'vitest'
import { menuOrder } from '../../../client/ui/menu-order.ts'

const choice = (label: string, isDisabled = false) => ({ key: label, label, isDisabled })
const order = menuOrder([
  { choices: [choice('Akkoord'), choice('Open punten', true), choice('Punten')] },
  { choices: [] },
  { choices: [choice('Voorbeeld'), choice('Versies')] },
])

test('down and up go from choice to choice across the groups, past what is disabled, and end at the ends', () => {
  expect(order.getFirstKey()).toBe('Akkoord')
  expect(order.getKeyBelow('Akkoord')).toBe('Punten')
  expect(order.getKeyBelow('Punten')).toBe('Voorbeeld')
  expect(order.getKeyAbove('Voorbeeld')).toBe('Punten')
  expect(order.getLastKey()).toBe('Versies')
  expect(order.getKeyBelow('Versies')).toBeNull()
  expect(order.getKeyAbove('Akkoord')).toBeNull()
})

test('right goes to the next group, left to the beginning of this one or the one before', () => {
  expect(order.getKeyRightOf('Akkoord')).toBe('Voorbeeld')
  expect(order.getKeyRightOf('Versies')).toBeNull()
  expect(order.getKeyLeftOf('Versies')).toBe('Voorbeeld')
  expect(order.getKeyLeftOf('Voorbeeld')).toBe('Akkoord')
  expect(order.getKeyLeftOf('Akkoord')).toBeNull()
})

test('letters lead to what begins with them, from where one is', () => {
  expect(order.getKeyForSearch('v')).toBe('Voorbeeld')
  expect(order.getKeyForSearch('VE', 'Voorbeeld')).toBe('Versies')
  expect(order.getKeyForSearch('open')).toBeNull()
})
