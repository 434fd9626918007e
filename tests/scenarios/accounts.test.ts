import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openVisitor, SCREENS, startBrowser, type Visitor } from '../support/browser.ts'
import { expectGoodAtBothWidths, expectToFit } from '../support/fit.ts'
import { PRINCIPLES } from '../support/house.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { caretAtEndOf, textOf, untilKept } from '../support/on-screen.ts'
import { pngOf } from '../support/pictures.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const PETRA = 'petra@weidehaven.example'
const KARIM = 'karim@weidehaven.example'
const PASSWORD = 'vier losse olijven eten'
const SECOND = 'zes ronde tafels dansen'
const TITLE = 'Samen dichtbij'

let server: TestServer
let mailbox: Mailbox
let browser: Browser
let petra: Visitor
let karim: Visitor

beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startServer({ client: true, env: { HOST: '0.0.0.0', SMTP_URL: mailbox.url } })
  browser = await startBrowser()
  // Passkeys need an address with a name.
  const baseURL = `http://localhost:${server.port}`
  petra = await openVisitor(browser, { baseURL })
  karim = await openVisitor(browser, { baseURL })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mailbox?.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const isHome = (page: Page) => page.getByRole('heading', { name: 'Een nieuwe overeenkomst' }).waitFor()

async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await press(page, 'Afmelden')
  await page.getByRole('heading', { name: 'U hebt een link nodig' }).waitFor()
}

/** Follows the link in the newest of so many mails; the secret is gone from the address at once. */
async function followMail(page: Page, address: string, count: number): Promise<void> {
  const link = await mailbox.linkTo(address, count)
  await page.goto('about:blank')
  await page.goto(link)
  await expect.poll(() => page.url()).toBe(link.replace(/#.*/, ''))
}

describe('the first member, away from this machine', () => {
  test('opens the link of the console, is told when a password is too easy, and begins with an account', async () => {
    const { page } = petra
    const [, secret = ''] = /\/#([\w-]{43})$/m.exec(server.output()) ?? []
    await page.goto(`/#${secret}`)
    await page.getByLabel('Uw naam').fill('Petra')
    await page.getByLabel('E-mailadres').fill(PETRA)
    await page.getByLabel('Nieuw wachtwoord').fill('weidehaven')
    await press(page, 'Begin')
    await page.getByText('Dit wachtwoord is te kort of te makkelijk te raden.').waitFor()
    await expectGoodAtBothWidths(page)
    await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD)
    await press(page, 'Begin')
    await isHome(page)
  })
})

describe('signing in', () => {
  test('with a password: a wrong one says so, the right one opens the list', async () => {
    const { page } = petra
    await signOut(page)
    await expectGoodAtBothWidths(page)
    await page.getByRole('link', { name: 'Aanmelden' }).click()
    await page.getByLabel('E-mailadres').fill(PETRA)
    await page.getByLabel('Wachtwoord').fill('iets heel anders')
    await press(page, 'Aanmelden')
    await page.getByText('Het e-mailadres of het wachtwoord klopt niet.').waitFor()
    await expectGoodAtBothWidths(page)
    await page.getByLabel('Wachtwoord').fill(PASSWORD)
    await press(page, 'Aanmelden')
    await isHome(page)
  })

  test('with a link by mail', async () => {
    const { page } = petra
    await signOut(page)
    await page.goto('/aanmelden')
    await press(page, 'Mail mij een link')
    await page.getByText('Vul uw e-mailadres in.').waitFor()
    await page.getByLabel('E-mailadres').fill(PETRA)
    await press(page, 'Mail mij een link')
    // The button that was pressed is gone: the heading of what came takes the focus, and on the way back that of the form.
    await page.locator('h1:focus', { hasText: 'Kijk in uw mail' }).waitFor()
    await page.getByRole('status').getByText(`Is ${PETRA} bij ons bekend`).waitFor()
    await expectGoodAtBothWidths(page)
    await press(page, 'Terug naar aanmelden')
    await page.locator('h1:focus', { hasText: 'Aanmelden' }).waitFor()
    await followMail(page, PETRA, 1)
    await page.getByRole('heading', { name: 'Welkom terug, Petra' }).waitFor()
    await expectGoodAtBothWidths(page)
    await press(page, 'Aanmelden')
    await isHome(page)
  })

  test('after choosing a new password by mail; the link of before works no more', async () => {
    const { page } = petra
    await signOut(page)
    await page.goto('/aanmelden')
    await page.getByLabel('E-mailadres').fill(PETRA)
    await press(page, 'Wachtwoord vergeten')
    await page.getByRole('heading', { name: 'Kijk in uw mail' }).waitFor()
    await followMail(page, PETRA, 2)
    await page.getByLabel('Nieuw wachtwoord').fill(SECOND)
    await expectGoodAtBothWidths(page)
    await press(page, 'Bewaar en meld mij aan')
    await isHome(page)
    await followMail(page, PETRA, 2)
    await page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('with a passkey made on the account page', async () => {
    const { page, context } = petra
    const keys = await virtualKeys(await context.newCDPSession(page))
    await page.goto('/account')
    await page.getByLabel('Naam van de toegangssleutel').fill('Mijn laptop')
    await press(page, 'Maak een toegangssleutel')
    await page.getByRole('button', { name: 'Verwijder toegangssleutel Mijn laptop' }).waitFor()
    await expectGoodAtBothWidths(page)
    await signOut(page)
    await page.goto('/aanmelden')
    await press(page, 'Aanmelden met een toegangssleutel')
    await isHome(page)
    await keys.takeAway()
  })
})

/** A security key that Chromium makes up (Chrome DevTools Protocol, domain WebAuthn); it always knows its person. */
async function virtualKeys(session: CDPSession): Promise<{ takeAway: () => Promise<void> }> {
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    takeAway: async () => {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
      await session.send('WebAuthn.disable')
    },
  }
}

/** A logo and a colour for papers; what can not be used is said, and nothing of it is kept. */
async function chooseLook(page: Page): Promise<void> {
  const logo = (name: string, bytes: Uint8Array) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(bytes) })
  await logo('logo.png', Buffer.from('<svg/>'))
  await page.getByText('Dit is geen PNG- of JPEG-bestand.').waitFor()
  await logo('logo.png', pngOf(120, 40))
  await page.getByLabel('Wat staat er op het logo?').fill('Logo van Weidehaven')
  await page.getByRole('img', { name: 'Logo van Weidehaven' }).waitFor()
  await page.getByLabel('Kleur van koppen').fill('#cccccc')
  await page.getByText('Deze kleur is te licht om te lezen').waitFor()
  await page.getByLabel('Kleur van koppen').fill('#8a1538')
  await press(page, 'Bewaar het uiterlijk')
  await page.getByText('Bewaard. Nieuwe bestanden zien er zo uit.').waitFor()
  await page.reload()
  await page.getByRole('img', { name: 'Logo van Weidehaven' }).waitFor()
}

describe('a colleague', () => {
  test('is invited by mail and makes an account', async () => {
    const { page } = petra
    await page.getByRole('link', { name: 'Werkruimte' }).click()
    await page.getByLabel('Naam', { exact: true }).fill('Gemeente Weidehaven')
    await press(page, 'Bewaar naam')
    await page.getByRole('heading', { level: 1, name: 'Gemeente Weidehaven' }).waitFor()
    await chooseLook(page)
    await page.getByLabel('E-mailadres').fill(KARIM)
    await press(page, 'Nodig uit')
    await page.getByText(`Er is een mail gestuurd naar ${KARIM}.`).waitFor()
    await expectGoodAtBothWidths(page)
    await followMail(karim.page, KARIM, 1)
    await karim.page.getByRole('heading', { name: 'Welkom bij Gemeente Weidehaven' }).waitFor()
    await karim.page.getByLabel('Uw naam').fill('Karim')
    await karim.page.getByLabel('Nieuw wachtwoord').fill(PASSWORD)
    await expectGoodAtBothWidths(karim.page)
    await press(karim.page, 'Maak mijn account')
    await isHome(karim.page)
  })

  test('sees colleagues and changes nothing about them', async () => {
    const { page } = karim
    await page.goto('/werkruimte')
    await page.getByText('Petra').waitFor()
    expect(await page.getByRole('button', { name: /Verwijder|Nodig uit|Bewaar/ }).count()).toBe(0)
    await expectGoodAtBothWidths(page)
  })

  test('who is removed loses the open text at once, and a colleague leads on', async () => {
    await beginAgreement(karim.page)
    const { page } = petra
    await page.goto('/werkruimte')
    await press(page, 'Verwijder Karim')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Verwijder Karim' }).click()
    await dialog.getByText('Kies wie het overneemt.').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /Wie neemt het over/ }).click()
    await page.getByRole('option', { name: 'Petra' }).click()
    await dialog.getByRole('button', { name: 'Verwijder Karim' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByText('Karim').count()).toBe(0)
    await karim.page
      .getByRole('heading', {
        name: /U doet niet meer mee|Deze overeenkomst is niet van u|Wij weten niet wie u bent/,
      })
      .waitFor()
    expect(await karim.page.getByRole('textbox').count()).toBe(0)
    await karim.page.goto('/werkruimte')
    await karim.page.getByRole('link', { name: 'Aanmelden' }).waitFor()
    await page.goto('/')
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor()
  })
})

async function beginAgreement(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: /^Kies dit model: Samenwerkingsovereenkomst/ }).click()
  await page.getByLabel('Naam van de samenwerking').fill(TITLE)
  const fields = page.getByRole('group', { name: 'Partijen' }).getByRole('textbox')
  await fields.nth(0).fill('Gemeente Weidehaven')
  await press(page, 'Begin de overeenkomst')
  await untilKept(page)
}

describe('the list of agreements', () => {
  test('tells what to see to, puts away, finds in the archive, and takes back', async () => {
    const { page } = petra
    await page.getByText(/Nog niemand van Gemeente Weidehaven/).waitFor()
    await page.getByText(/gegevens zijn nog leeg/).waitFor()
    await page.getByRole('button', { name: /^Naar archief: / }).click()
    await page.getByText('Niets gevonden.').waitFor()
    await page.getByRole('button', { name: /Toon/ }).click()
    await page.getByRole('option', { name: 'Archief' }).click()
    await page.getByLabel('Zoek op titel of partij').fill('WEIDEHAVEN dichtbij')
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor()
    await expectGoodAtBothWidths(page)
    await page.reload()
    await page.getByRole('button', { name: /Toon/ }).click()
    await page.getByRole('option', { name: 'Archief' }).click()
    await page.getByRole('button', { name: /^Haal terug: / }).click()
    await page.getByText('Niets gevonden.').waitFor()
    await page.reload()
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('opens what was taken back as a text to write in again', async () => {
    const { page } = petra
    await page.getByRole('link', { name: new RegExp(TITLE) }).click()
    await caretAtEndOf(await textOf(page, PRINCIPLES), 0)
    await page.keyboard.type(' Wij gaan verder.')
    await untilKept(page)
    await page.reload()
    await page.getByText('Wij gaan verder.').waitFor()
  })

  test('warns who leads, in the list and above the text, 60 days before an agreement goes by itself', async () => {
    const { page } = petra
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const { deletesAt, before } = await page.evaluate(async (agreementId) => {
      const retention = () =>
        fetch(`/api/v1/agreements/${agreementId}/retention`).then((answer) => answer.json())
      const { deletesAt: before } = await retention()
      await fetch('/api/v1/workspace/retention', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ months: 24 }),
      })
      return { before, ...(await retention()) }
    }, id)
    expect(before).toBeNull()
    const daysBefore = (days: number) => new Date(Date.parse(deletesAt) - days * 24 * 60 * 60 * 1000)
    const warning = page.getByText('Deze overeenkomst wordt binnenkort verwijderd')
    await page.clock.setSystemTime(daysBefore(61))
    await page.reload()
    await textOf(page, PRINCIPLES)
    expect(await warning.count()).toBe(0)
    await page.clock.setSystemTime(daysBefore(59))
    await page.reload()
    await warning.waitFor()
    await page.setViewportSize(SCREENS.phone)
    await expectToFit(page)
    await page.goto('/')
    await page.getByText(/^Wordt verwijderd op .* als er niets verandert$/).waitFor()
    await expectToFit(page)
    await expectAccessible(page)
  })
})

test('no page complained, but for what was refused on purpose', () => {
  const refused = /status of 40[0-9]|4403/
  petra.expectNoComplaints(refused)
  karim.expectNoComplaints(refused)
})
