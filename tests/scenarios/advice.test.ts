import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setField } from '../../shared/document/edit.ts'
import { type AdviceView, adviceView } from '../../shared/protocol/endpoints-advice.ts'
import { ADVICE } from '../support/advice.ts'
import { expectAccessible, openVisitor, SCREENS, startBrowser, type Visitor } from '../support/browser.ts'
import { untilAtHand } from '../support/device.ts'
import { exampleJson } from '../support/examples.ts'
import { expectToFit } from '../support/fit.ts'
import { join, untilKept } from '../support/on-screen.ts'
import { openStockClient } from '../support/stock-client.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let browser: Browser
let token: string
let agreement: Started
let karin: Visitor
let abdi: Visitor

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  token = await server.token()
  agreement = await server.createAgreement({ snapshot: exampleJson('02-lindenveen-projectafspraak') }, token)
  karin = await visit('laptop')
  abdi = await visit('phone')
  const lead = agreement.invitations.find(({ partyId }) => partyId === null)
  await join(karin, lead?.url ?? '', 'Karin')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What a person waits for comes well within this (ms), also on a busy machine. */
const PATIENCE = 30_000

async function visit(screen: keyof typeof SCREENS): Promise<Visitor> {
  const visitor = await openVisitor(browser, { screen, baseURL: server.url })
  visitor.page.setDefaultTimeout(PATIENCE)
  return visitor
}

const ruleOf = (slug: string) => {
  const rule = ADVICE.rules.find((each) => each.slug === slug)
  if (!rule) throw new Error(`no rule ${slug}`)
  return rule
}
const points = (page: Page) => page.goto(`/agreements/${agreement.id}/punten`)
const card = (page: Page, slug: string): Locator =>
  page.getByRole('listitem', { name: ruleOf(slug).finding, exact: true })
const choose = (at: Locator, label: string, option: string) =>
  at.getByLabel(label, { exact: true }).first().selectOption({ label: option })
async function type(at: Locator, label: string, words: string): Promise<void> {
  const input = at.getByLabel(label, { exact: true }).first()
  await input.fill(words)
  await input.blur()
}
/** Ticks one of a set, whose list opens behind a press. */
async function tick(at: Locator, label: string, option: string): Promise<void> {
  await at
    .getByRole('button', { name: new RegExp(`^${label}:`) })
    .first()
    .click()
  const page = at.page()
  await page.getByRole('dialog', { name: label }).getByLabel(option, { exact: true }).check()
  await page.keyboard.press('Escape')
}
/** Takes the first task that is offered, for a party, and says when. */
async function takeTask(at: Locator, party: string): Promise<void> {
  const offered = at.getByRole('button', { name: new RegExp(`^Neem over voor ${party}:`) })
  await offered.first().click()
  await at.locator('[role="status"]:focus', { hasText: 'Overgenomen: ' }).waitFor()
  await type(at, 'Hoe vaak', 'elke maand')
}

async function adviceNow(): Promise<AdviceView> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${server.url}/api/v1/agreements/${agreement.id}/advice`, { headers })
  return adviceView.parse(await answer.json())
}
const openNow = async () => (await adviceNow()).findings.filter(({ setAside }) => setAside === null)

/** At a width, nothing sticks out and axe finds nothing. The paper itself has tests of its own. */
async function expectReadable(page: Page, screen: keyof typeof SCREENS): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(SCREENS[screen])
  await expectToFit(page)
  await expectAccessible(page, ['.hs-paper'])
  if (before) await page.setViewportSize(before)
}

/** What somebody fills in after taking the step of a point, where the step alone does not solve it. */
const FILLED_IN: Record<string, (at: Locator) => Promise<unknown>> = {
  municipal_executive_contact: (at) => type(at, 'Naam', 'Wethouder Bedacht'),
  migrant_org_co_drafts: async (at) => {
    await at.getByRole('button', { name: 'Maak een link voor de vaders' }).click()
    await at.locator('button[aria-label="Kopieer de link voor de vaders"]:focus').waitFor()
    await join(abdi, await at.getByRole('textbox', { name: 'Link voor de vaders' }).inputValue(), 'Abdi')
    await points(abdi.page)
    await solve(abdi.page, 'community_consulted')
  },
  migrant_org_in_evaluation: (at) => tick(at, 'Wie doet mee', 'de vaders'),
  community_consulted: (at) => choose(at, 'Achterban gevraagd?', 'Ja'),
  bottom_up_content: async (at) => {
    await takeTask(at, 'de vaders')
    await choose(at, 'Voorgesteld door', 'de vaders')
  },
  meet_at_their_place: (at) => choose(at, 'Waar', 'om en om bij de partijen'),
  after_the_end: (at) => type(at, 'Besluit over verlengen uiterlijk op', '1-9-2027'),
  anchored_in_policy: async (at) => {
    await choose(at, 'Wie', 'het lokaal team')
    await type(at, 'Maatregel', 'In het kwaliteitsplan staat hoe wij vaders uitnodigen.')
  },
  two_contacts_per_party: async (at) => {
    await type(at, 'Naam', 'Yusuf Verzonnen')
    await type(at, 'Telefoon', '06-00000014')
  },
  tasks_not_on_one_person: (at) => choose(at, 'Aanspreekpunt', 'Yusuf Verzonnen'),
  outside_office_hours: (at) => choose(at, 'Wanneer op de dag', 'Avond'),
  light_accountability: (at) => choose(at, 'Vorm', 'Bezoek en kort verslag'),
  evaluation_with_community: (at) => choose(at, 'Achterban erbij', 'Ja'),
  evaluation_leads_to_decision: (at) => type(at, 'Besluit vóór', '15-12-2027'),
  not_only_referral: (at) => takeTask(at, 'de vaders'),
  quality_cluster_has_tasks: (at) => takeTask(at, 'het lokaal team'),
  advice_role_for_migrant_org: (at) => takeTask(at, 'de vaders'),
  priority_factor_has_task: (at) => takeTask(at, '(de vaders|het lokaal team|de gemeente)'),
  look_at_own_side: async (at) => {
    await choose(at, 'Drempel toevoegen', 'Hulpverleners werken niet waar gezinnen zijn')
    await choose(at, 'Hoe belangrijk, rij 5', 'Midden')
  },
  subsidy_needs_decision: (at) => type(at, 'Kenmerk van het besluit', 'SUB-2027-014'),
  meldcode_or_signal_procedure: (at) => choose(at, 'Wat volgt deze partij?', 'Eigen stappenplan'),
  legal_status_consistent: (at) => choose(at, 'Hoe bindend is dit?', 'Bindend'),
  task_has_time: (at) => type(at, 'Hoe vaak', 'elke maand'),
  authority_checked: (at) => type(at, 'Bevoegdheid nagekeken op', '12-11-2026'),
  college_decision: async (at) => {
    await type(at, 'Kenmerk van het besluit', 'B&W 2026-311')
    await type(at, 'Datum van het besluit', '10-11-2026')
  },
  volunteers_insured: (at) => type(at, 'Verzekering', 'De gemeente verzekert alle vrijwilligers.'),
  no_empty_placeholders: (at) => tick(at, 'Bindende artikelen', 'Geld'),
  no_open_items: async (at) => {
    for (const status of await at.getByLabel('Stand', { exact: true }).all())
      await status.selectOption({ label: 'Afgesproken' })
  },
}

/** Where these parties know better: a choice of their own, with the reason they give. */
const ON_PURPOSE: Record<string, string> = {
  more_than_one_funder: 'Dit is een proef van een jaar; de gemeente betaalt alles.',
  no_money_to_unregistered_group: 'Het buurthuis ontvangt het geld voor ons.',
  payment_in_advance: 'De eerste maanden kosten niets.',
}

async function solve(page: Page, slug: string): Promise<void> {
  const at = card(page, slug)
  const { step, finding } = ruleOf(slug)
  await at.getByRole('button', { name: `${step.label}: ${finding}`, exact: true }).click()
  await FILLED_IN[slug]?.(at)
  await at.getByText('Dit is opgelost.').waitFor()
  await at.getByRole('button', { name: `Klaar met: ${finding}` }).click()
}

async function setAside(page: Page, slug: string, reason: string): Promise<void> {
  const at = card(page, slug)
  await at.getByRole('button', { name: /^Bewust gekozen/ }).click()
  await at.getByLabel('Waarom kiest u hiervoor?').fill(reason)
  await at.getByRole('button', { name: 'Leg dit vast' }).click()
  await page.getByText(`Vastgelegd als bewuste keuze: ${ruleOf(slug).finding}`).waitFor()
}

describe('from over thirty points to none', () => {
  test('the overview shows them by urgency, readable for everybody at both widths', async () => {
    const { page } = karin
    await points(page)
    await page.getByRole('heading', { name: /^Eerst oplossen/ }).waitFor()
    expect((await openNow()).length).toBeGreaterThan(30)
    await page.getByText(`${(await openNow()).length} punten open.`).waitFor()
    await expectReadable(page, 'phone')
  })

  test('what is left can be narrowed to one party', async () => {
    const { page } = karin
    await page.getByRole('button', { name: /Voor welke partij/ }).click()
    await page.getByRole('option', { name: 'het lokaal team' }).click()
    await page.getByText('Bij deze keuze staat geen advies open.').waitFor()
    await page.getByRole('button', { name: /Voor welke partij/ }).click()
    await page.getByRole('option', { name: 'Alle partijen' }).click()
  })

  test('following the step that each one offers, or giving a reason, leaves none open', async () => {
    const { page } = karin
    let rounds = 0
    for (let open = await openNow(); open.length > 0; open = await openNow()) {
      const slug = open[0]?.slug ?? ''
      if (ON_PURPOSE[slug]) await setAside(page, slug, ON_PURPOSE[slug])
      else await solve(page, slug)
      await untilKept(page)
      expect(rounds++, `rounds, the last on ${slug}`).toBeLessThan(60)
    }
    await page.getByText('Alles is bekeken').waitFor()
    expect(Object.keys(ON_PURPOSE)).toHaveLength((await adviceNow()).findings.length)
    await expectReadable(page, 'laptop')
    await expectReadable(page, 'phone')
  })

  test('all of it was written into the agreement itself', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, { headers })
    const body = await answer.json()
    expect(body.legalStatus).toBe('binding')
    expect(body.communication.handoverText).toContain('opvolger')
    expect(body.contacts.map(({ name }: { name: string }) => name)).toContain('Wethouder Bedacht')
  })
})

describe('a choice on purpose', () => {
  const SLUG = 'payment_in_advance'

  test('is seen by another party, on a phone, with who and why', async () => {
    const { page } = abdi
    await points(page)
    const at = page.getByRole('region', { name: /^Bewust gekozen/ })
    await at.getByText(ON_PURPOSE[SLUG] ?? '').waitFor()
    expect(await at.getByText('Karin').count()).toBeGreaterThan(0)
    await expectReadable(page, 'phone')
  })

  test('returns by itself when its facts change, and says what was chosen before', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const client = await openStockClient(server.url, agreement.id, headers)
    setField(client.doc, 'financing.payments.b1.dueDate', '2027-05-01')
    await card(abdi.page, SLUG)
      .getByText(/Karin koos hier eerder bewust voor/)
      .waitFor()
    await card(karin.page, SLUG).waitFor()
    client.close()
  })

  test('is taken up again by who wants to, and all see that at once', async () => {
    const other = 'more_than_one_funder'
    await abdi.page.getByRole('button', { name: `Toch weer oppakken: ${ruleOf(other).finding}` }).click()
    await card(abdi.page, other).waitFor()
    await card(karin.page, other).waitFor()
  })
})

describe('what only people know, and what is empty', () => {
  test('a question is answered together on a phone, with a note', async () => {
    const { page } = abdi
    const { question, step } = ruleOf('two_sided_duties')
    await page.getByRole('button', { name: `${step.label}: ${question}` }).click()
    const at = page.getByRole('listitem', { name: question ?? '' })
    await choose(at, 'Antwoord', 'Ja')
    await type(at, 'Toelichting', 'Wij hebben geteld.')
    await untilKept(page)
    await at.getByRole('button', { name: /^Klaar met/ }).click()
    await at.getByRole('button', { name: /^Antwoord aanpassen/ }).waitFor()
    await expect
      .poll(async () => (await adviceNow()).questions.map(({ slug }) => slug))
      .not.toContain('two_sided_duties')
  })

  test('completeness leads to the place that is empty, and to the point', async () => {
    const { page } = karin
    await page.getByRole('tab', { name: 'Nog in te vullen' }).click()
    await page.getByRole('heading', { name: /^Voordat u tekent/ }).waitFor()
    await expectReadable(page, 'laptop')
    await expectReadable(page, 'phone')
    const place = page.getByRole('region', { name: 'Per artikel' })
    await place.getByText('Artikel 4: Geld').click()
    await place.getByRole('button', { name: ruleOf('payment_in_advance').finding }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(ruleOf('payment_in_advance').finding)
  })
})

describe('beside the text', () => {
  test('the advice on the article in view offers its step there', async () => {
    const { page } = karin
    await page.goto(`/agreements/${agreement.id}`)
    await untilKept(page)
    await page.getByRole('navigation', { name: 'Artikelen' }).getByRole('button', { name: '4 Geld' }).click()
    await page.getByRole('tab', { name: 'Advies' }).click()
    const beside = page.getByRole('complementary', { name: 'Naast de tekst' })
    await beside.getByText(ruleOf('payment_in_advance').finding).waitFor()
    await expectAccessible(page, ['.hs-paper'])
    const { step, finding } = ruleOf('payment_in_advance')
    await beside.getByRole('button', { name: `${step.label}: ${finding}` }).click()
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-address]')?.getAttribute('data-address')),
      )
      .toBe('financing.payments.b1.dueDate')
  })

  test('on a phone it is one tap away', async () => {
    const { page } = abdi
    await page.goto(`/agreements/${agreement.id}`)
    await untilKept(page)
    await page.getByRole('button', { name: 'Te doen', exact: true }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Alles wat nog te doen is' }).waitFor()
    await expectAccessible(page, ['.hs-paper'])
  })

  test('asked for without a network for the first time it says that there is no connection, and is there by itself when the network is back', async () => {
    const nour = await visit('phone')
    const lead = agreement.invitations.find(({ partyId }) => partyId !== null)
    await join(nour, lead?.url ?? '', 'Nour')
    await untilAtHand(nour.page)
    await nour.context.setOffline(true)
    await nour.page.getByRole('button', { name: 'Te doen', exact: true }).click()
    const sheet = nour.page.getByRole('dialog')
    await sheet.getByText('Geen verbinding met de server').waitFor()
    await expectAccessible(nour.page, ['.hs-paper'])
    await nour.context.setOffline(false)
    await sheet.getByRole('link', { name: 'Alles wat nog te doen is' }).waitFor()
    await nour.close()
  })

  test('no page complained', () => {
    karin.expectNoComplaints()
    abdi.expectNoComplaints()
  })
})
