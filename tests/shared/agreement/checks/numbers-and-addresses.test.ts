import { describe, expect, test } from 'vitest'
import { ibansIn, isIban } from '../../../../shared/agreement/checks/iban.ts'
import {
  isEmail,
  isKvkNumber,
  isPhone,
  isPostalCode,
} from '../../../../shared/agreement/checks/numbers-and-addresses.ts'

const RULES = {
  isPostalCode: {
    check: isPostalCode,
    right: ['1234 AB', '1234AB', '9999zz', ' 1011 AA '],
    wrong: ['0123 AB', '1234', '1234 A', '12345 AB', '1234  AB', 'AB 1234', '1234 A1'],
  },
  isKvkNumber: {
    check: isKvkNumber,
    right: ['12345678', '00000001', '1234 5678', '12.34.56.78'],
    wrong: ['1234567', '123456789', 'KVK 12345678', '1234567a'],
  },
  isEmail: {
    check: isEmail,
    right: ['a@b.nl', 'Fatima.El-Amrani+werk@stichting.samen.org', ' info@gemeente.nl '],
    wrong: ['a@b', 'a b@c.nl', '@b.nl', 'a@', 'a@b..nl', 'a@b.nl, c@d.nl', 'mailto'],
  },
  isPhone: {
    check: isPhone,
    right: [
      '0612345678',
      '06-12 34 56 78',
      '(010) 123 45 67',
      '+31 6 12345678',
      '+31 (0)6 12345678',
      '0031612345678',
      '000-1234567',
      '0800-2000',
      '0900 1234567',
      '14 010',
      '112',
      '+32 470 12 34 56',
    ],
    wrong: ['06123456', '061234567890', '+31 06 12345678', '12345', 'bel maar', '+31612'],
  },
  isIban: {
    check: isIban,
    right: ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300', 'nl91abna0417164300', 'BE71 0961 2345 6769'],
    wrong: ['NL92ABNA0417164300', 'NL91ABNA041716430', 'NL91', 'XX00', ''],
  },
}

describe.each(Object.entries(RULES))('%s', (_name, { check, right, wrong }) => {
  test.each(right)('takes %j', (text) => expect(check(text)).toBe(true))
  test.each(wrong)('does not take %j', (text) => expect(check(text)).toBe(false))
})

test('account numbers are found in a sentence, right or wrong, and no other words are', () => {
  expect(ibansIn('Betaal op NL91 ABNA 0417 1643 00, of op NL92ABNA0417164300.')).toEqual([
    'NL91 ABNA 0417 1643 00',
    'NL92ABNA0417164300',
  ])
  expect(ibansIn('Kenmerk AB12 2027 0001 en zaak ZK20 BESLUIT, EN 301 549')).toEqual([])
})
