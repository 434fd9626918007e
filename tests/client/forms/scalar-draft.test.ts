import { expect, test } from 'vitest'
import {
  type DraftEvent,
  draftReducer,
  type ScalarDraft,
  type ScalarForm,
  type ScalarValue,
  textInField,
  UNTOUCHED,
  valueToWrite,
} from '../../../client/forms/scalar-draft.ts'
import { scalarForm } from '../../../client/forms/scalar-forms.ts'

const date = scalarForm({ name: 'date' }) as ScalarForm
const money = scalarForm({ name: 'money' }) as ScalarForm

function after(events: readonly DraftEvent[], form: ScalarForm): ScalarDraft {
  return events.reduce((draft, event) => draftReducer(draft, event, form), UNTOUCHED)
}
const typed = (text: string): DraftEvent => ({ kind: 'typed', text })
const changed = (value: ScalarValue, before: ScalarValue): DraftEvent => ({
  kind: 'valueChanged',
  value,
  before,
})

test('an amount shows as on paper, and as plain digits while it is edited', () => {
  expect(textInField(UNTOUCHED, 1250, money)).toBe('€ 1.250,00')
  expect(textInField(after([{ kind: 'focused' }], money), 1250, money)).toBe('1250,00')
})

test('a date that is none stays in the field after it is left, with its complaint, and is not written', () => {
  const draft = after([{ kind: 'focused' }, typed('31 april'), { kind: 'left' }], date)
  expect(draft).toEqual({ typed: '31 april', isFocused: false, complaint: 'date' })
  expect(textInField(draft, '2027-03-01', date)).toBe('31 april')
  expect(valueToWrite('31 april', date)).toBeUndefined()
})

test('nothing is complained about while somebody types for the first time', () => {
  expect(after([{ kind: 'focused' }, typed('3')], date).complaint).toBeNull()
})

test('a complaint goes as soon as what stands there is right', () => {
  const wrong: DraftEvent[] = [{ kind: 'focused' }, typed('x'), { kind: 'left' }, { kind: 'focused' }]
  expect(after([...wrong, typed('1')], date).complaint).toBe('date')
  expect(after([...wrong, typed('1-3-2027')], date).complaint).toBeNull()
})

test('a valid value is written at once and shows as on paper after the field is left', () => {
  expect(valueToWrite('1-3-2027', date)).toBe('2027-03-01')
  const draft = after(
    [{ kind: 'focused' }, typed('1-3-2027'), changed('2027-03-01', null), { kind: 'left' }],
    date,
  )
  expect(textInField(draft, '2027-03-01', date)).toBe('1 maart 2027')
})

test('one sees the letters one typed, not a rewriting of them', () => {
  const draft = after([{ kind: 'focused' }, typed('1250,5'), changed(1250.5, null)], money)
  expect(textInField(draft, 1250.5, money)).toBe('1250,5')
})

test("another's value replaces what stands there, unless that is not valid yet", () => {
  const whole = after([{ kind: 'focused' }, typed('100'), changed(100, null), changed(200, 100)], money)
  expect(textInField(whole, 200, money)).toBe('200,00')
  const half = after([{ kind: 'focused' }, typed('1 maa'), changed('2027-05-05', null)], date)
  expect(textInField(half, '2027-05-05', date)).toBe('1 maa')
})

test('a field that was emptied to type something else stays empty until it is left', () => {
  const emptied: DraftEvent[] = [{ kind: 'focused' }, typed(''), changed('Volgt het patroon', 'Eigen titel')]
  const line = scalarForm({ name: 'text', max: 300 }) as ScalarForm
  expect(textInField(after(emptied, line), 'Volgt het patroon', line)).toBe('')
  expect(textInField(after([...emptied, { kind: 'left' }], line), 'Volgt het patroon', line)).toBe(
    'Volgt het patroon',
  )
})

test('a field that was emptied shows what another answers at once', () => {
  const line = scalarForm({ name: 'text', max: 300 }) as ScalarForm
  const answered: DraftEvent = { kind: 'valueChanged', value: 'Elke week', before: null, isAnswered: true }
  const draft = after([{ kind: 'focused' }, typed(''), changed(null, 'x'), answered], line)
  expect(textInField(draft, 'Elke week', line)).toBe('Elke week')
})
