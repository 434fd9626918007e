import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  expectAccessible,
  openVisitor,
  type SCREENS,
  startBrowser,
  type Visitor,
} from '../support/browser.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { article, chooseFromMore, join, textOf, untilKept } from '../support/on-screen.ts'
import { type Invitation, startServer, type TestServer } from '../support/test-server.ts'

const AWARENESS = 'Artikel 1 Taken'
/** The pieces of an agreement that tasks touch: three parties, hours, money, and two thresholds. */
const SNAPSHOT = {
  format: 'handslag-agreement/1',
  shortTitle: 'Samen dichtbij',
  clusterFrameworkId: 'youth_access',
  parties: [
    { id: 'g', role: 'municipality', name: 'Gemeente Weidehaven' },
    { id: 'y', role: 'youth_care_provider', name: 'Stichting De Brug', capacityHoursPerMonth: 40 },
    { id: 'm', role: 'migrant_organisation', name: 'Stichting Samen', isVolunteerOrganisation: true },
  ],
  term: { startDate: '2027-01-01', endDate: '2027-12-31' },
  focusFactors: [
    { factorId: 'F02', priority: 'high', reason: 'Veel moeders staan er alleen voor' },
    { factorId: 'F12', priority: 'medium' },
  ],
  tasks: [
    {
      id: 'lead',
      title: 'Spreekuur houden in het buurthuis',
      clusterId: 'quality',
      leadPartyId: 'y',
      partyIds: ['y', 'm'],
      startDate: '2027-03-01',
      hoursPerMonth: 52,
      status: 'agreed',
    },
    {
      id: 'walk',
      title: 'Meelopen met gezinnen',
      clusterId: 'trust',
      leadPartyId: 'm',
      partyIds: ['m'],
      frequency: 'elke week',
      hoursPerMonth: 60.5,
      status: 'agreed',
    },
  ],
  financing: {
    lines: [
      {
        id: 'fee',
        partyId: 'm',
        kind: 'paraprofessional_fee',
        persons: 1,
        hoursPerPersonMonth: 34.5,
        ratePerHour: 30,
        months: 10,
        amount: 10_350,
      },
    ],
  },
  articles: [
    {
      id: 'a1',
      heading: 'Taken',
      numbered: true,
      body: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { kind: 'clause' },
            content: [{ type: 'text', text: 'Wie doet wat.' }],
          },
          { type: 'block', attrs: { name: 'tasks:awareness' } },
          { type: 'block', attrs: { name: 'tasks:quality' } },
        ],
      },
    },
  ],
}

let server: TestServer
let browser: Browser
let brug: Visitor
let moeder: Visitor
let id: string

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  const made = await server.createAgreement({ snapshot: SNAPSHOT }, await server.token())
  id = made.id
  ;[brug, moeder] = await Promise.all([
    comeIn('laptop', made.invitations, 'y', 'Petra'),
    comeIn('phone', made.invitations, 'm', 'Fatima'),
  ])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function comeIn(
  screen: keyof typeof SCREENS,
  invitations: readonly Invitation[],
  partyId: string,
  name: string,
): Promise<Visitor> {
  const visitor = await openVisitor(browser, { screen, baseURL: server.url })
  visitor.page.setDefaultTimeout(15_000)
  const link = invitations.find((invitation) => invitation.partyId === partyId)?.url
  await join(visitor, link ?? '', name)
  return visitor
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('from the paper one comes to the tasks, which show what helps against the chosen thresholds for the own party', async () => {
  const { page } = moeder
  await chooseFromMore(page, 'Taken verdelen')
  await page.getByRole('heading', { level: 1, name: 'Taken verdelen' }).waitFor()
  const awareness = region(page, 'Bekendheid')
  await awareness.locator('summary').first().click()
  await awareness.getByText('Waarom deze drempel: Veel moeders staan er alleen voor').waitFor()
  await awareness.getByText('Spreek af waar deze steun ophoudt en hulpverlening begint.').waitFor()
  await expectGoodAtBothWidths(page)
})

test('a task that is taken over on the phone stands on the paper of the other at once, and is marked as chosen', async () => {
  const title = 'Gezinnen zonder steun van familie bijstaan als vervangend netwerk'
  await textOf(brug.page, AWARENESS)
  const { page } = moeder
  await page.getByRole('button', { name: `Neem over: ${title}` }).click()
  await page.getByText(`Gekozen: ${title}.`).waitFor()
  await brug.page.waitForFunction(
    (words) => [...document.querySelectorAll('textarea')].some(({ value }) => value === words),
    title,
  )
  const open = page.getByRole('link', { name: `Bekijk of pas aan: ${title}` })
  await open.waitFor()
  expect(await open.evaluate((link) => link === document.activeElement)).toBe(true)
  expect(await page.getByRole('button', { name: `Neem over: ${title}` }).count()).toBe(0)
})

test('what was taken over by mistake is put back with one press', async () => {
  const { page } = moeder
  await page.getByRole('button', { name: /^Neem over: Ontmoeting organiseren/ }).click()
  await page.getByRole('link', { name: /^Bekijk of pas aan: Ontmoeting organiseren/ }).waitFor()
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await page.getByRole('button', { name: /^Neem over: Ontmoeting organiseren/ }).waitFor()
  await page.getByRole('link', { name: /^Bekijk of pas aan: Gezinnen zonder steun/ }).waitFor()
})

test('an own task is asked what it does for families before it is added', async () => {
  const { page } = moeder
  await page.getByRole('button', { name: 'Schrijf een eigen taak bij Vertrouwen' }).click()
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await page.getByText('Schrijf in een paar woorden wat u gaat doen.').waitFor()
  await page.getByText('Kies wat deze taak doet.').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Wat gaat u doen?').fill('Elke maand een moedergroep houden')
  await page.getByLabel('Het steunt gezinnen').check()
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await region(page, 'Vertrouwen').getByRole('link', { name: 'Elke maand een moedergroep houden' }).click()
  await page.getByRole('heading', { name: 'Alles van deze taak' }).waitFor()
  expect(await page.getByLabel('Wat doet het?').inputValue()).toBe('support_families')
  expect(await page.getByLabel('Trekker').inputValue()).toBe('m')
  await page.getByText('Voorgesteld door Stichting Samen.').waitFor()
})

test('all fields of a task are filled on the phone, and are in the agreement', async () => {
  const { page } = moeder
  await page.getByLabel('Hoe vaak').fill('elke maand')
  await page.getByLabel('Klaar op').fill('1 december 2027')
  await page.getByLabel('Uren per maand').fill('9,5')
  await page.getByLabel('Soort taak').selectOption({ label: 'Ontmoeting' })
  await page.getByLabel('Regel in het artikel Geld').selectOption('fee')
  await page.getByLabel('Contact met kinderen').selectOption('no')
  await page.getByLabel('Toelichting').fill('In het buurthuis, met koffie.')
  await page.getByLabel('Resultaat').fill('Twaalf moeders komen')
  await page.getByLabel('Stand').selectOption({ label: 'Afgesproken' })
  await page.getByRole('button', { name: /^Wie doet mee/ }).click()
  await page.getByRole('checkbox', { name: 'Stichting De Brug' }).check()
  await page.keyboard.press('Escape')
  await expectGoodAtBothWidths(page)
  await untilKept(page)
  await expect
    .poll(async () => {
      const answer = await fetch(`${server.url}/api/v1/agreements/${id}`, {
        headers: { cookie: await cookieOf(moeder) },
      })
      const { tasks } = (await answer.json()) as { tasks: { title: string }[] }
      return tasks.find(({ title }) => title === 'Elke maand een moedergroep houden')
    })
    .toMatchObject({
      effect: 'support_families',
      kind: 'meeting',
      clusterId: 'trust',
      leadPartyId: 'm',
      partyIds: ['y', 'm'],
      frequency: 'elke maand',
      dueDate: '2027-12-01',
      hoursPerMonth: 9.5,
      lineId: 'fee',
      directContactWithMinors: false,
      description: 'In het buurthuis, met koffie.',
      result: 'Twaalf moeders komen',
      proposedByPartyId: 'm',
      status: 'agreed',
    })
})

const cookieOf = async ({ context }: Visitor) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test('going back starts at the task one came from', async () => {
  const { page } = moeder
  await page.getByRole('link', { name: 'Terug naar de taken' }).click()
  const link = region(page, 'Vertrouwen').getByRole('link', { name: 'Elke maand een moedergroep houden' })
  await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('a row of the paper leads to all fields of that task', async () => {
  const { page } = brug
  const row = article(page, AWARENESS).locator('tr[data-record="lead"]')
  await row.getByRole('button').last().click()
  await page.getByRole('menuitem', { name: 'Alles van deze taak' }).click()
  await page.getByRole('heading', { name: 'Alles van deze taak' }).waitFor()
  expect(page.url()).toContain(`/agreements/${id}/taken#taak-lead`)
  expect(await page.getByLabel('Taak', { exact: true }).inputValue()).toBe(
    'Spreekuur houden in het buurthuis',
  )
})

test('the overviews say who does what, when, and what it asks in hours and money', async () => {
  const { page } = brug
  await page.getByRole('link', { name: 'Overzichten' }).click()
  const hours = region(page, 'Uren')
  await hours.getByText('Trekt taken van samen 52 uur per maand.').waitFor()
  await hours
    .getByText('Heeft 40 uur per maand; de taken vragen 12 uur meer. Bespreek samen wat anders kan.')
    .waitFor()
  await hours.getByText('Trekt taken van samen 70 uur per maand.').waitFor()
  await hours.getByText('Doet 16,2 uur per week, krijgt er 8 betaald.').waitFor()
  const money = region(page, 'Geld')
  await money.getByText('Samen in het artikel Geld: € 10.350,00.').waitFor()
  const fee = money.getByRole('row').filter({ hasText: 'Betaalde intermediair' })
  expect(await fee.getByRole('cell').allInnerTexts()).toEqual([
    '€ 10.350,00',
    '34,5',
    'Elke maand een moedergroep houden',
    '9,5',
    '€ 2.850,00',
  ])
  const time = region(page, 'In de tijd')
  await time.getByRole('img', { name: /van 1 januari 2027 tot en met 31 december 2027/ }).waitFor()
  const bar = await time.locator('[data-bar="lead"] .hs-timeline__bar').evaluate((element) => ({
    start: Math.round(Number.parseFloat((element as HTMLElement).style.insetInlineStart)),
    width: Math.round(Number.parseFloat((element as HTMLElement).style.width)),
  }))
  expect(bar).toEqual({ start: 16, width: 84 })
  const words = time.getByRole('row').filter({ hasText: 'Spreekuur houden' })
  expect(await words.getByRole('cell').allInnerTexts()).toEqual(['1 maart 2027', '31 december 2027', ''])
  await expectGoodAtBothWidths(page)
})

test('on paper the overviews stand without buttons and menus', async () => {
  const { page } = brug
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Deze overzichten afdrukken' }).isVisible()).toBe(false)
  expect(await page.getByRole('navigation', { name: 'Wat u wilt zien' }).isVisible()).toBe(false)
  expect(await region(page, 'Uren').isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
})

test('a task that somebody else removes meanwhile says so, and the way back stays', async () => {
  await brug.page.goto(`/agreements/${id}/taken#taak-walk`)
  await brug.page.getByRole('heading', { name: 'Alles van deze taak' }).waitFor()
  await moeder.page.goto(`/agreements/${id}/taken#taak-walk`)
  await moeder.page.getByRole('button', { name: 'Haal deze taak weg' }).click()
  await brug.page.getByText('Deze taak is er niet meer.').waitFor()
  await moeder.page.getByRole('button', { name: 'Zet terug' }).click()
  await brug.page.getByLabel('Taak', { exact: true }).waitFor()
  brug.expectNoComplaints()
  moeder.expectNoComplaints()
})
