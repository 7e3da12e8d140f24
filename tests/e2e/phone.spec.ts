/**
 * A short seminar on phones, the head of a delegation and a member of it, an observer, a member who acts for a head that never came, and
 * somebody who comes late: in every phase the one thing that is asked lies on the first screen, nothing scrolls sideways, and the page says who
 * I am, what is asked and what comes next. In "Who moved" no words run past their row either, on the phones and on the projector. And no screen
 * of the room has a barrier that axe finds: on the narrowest phone, on a laptop in the dark, on the projector, at the desk and after it.
 */
import type { Page } from '@playwright/test'
import { barriersIn, NARROW, NARROW_LOOKS, WIDE, WIDE_LOOKS } from '../support/barriers'
import { expect, test } from '../support/browser'
import { guestIn } from '../support/ground'
import { patience } from '../support/patience'
import { chooseAtSeat } from './people'
import { isAsked, nowOf, onFirstScreen, pastTheirPlace, thumbFinds } from './phones'
import {
  askFor,
  endPhase,
  givenStudent,
  givenTable,
  reach,
  type Student,
  seated,
  speak,
  start,
  talks,
  yieldToChair,
} from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(400_000))

const HEAD = { viewport: { width: 390, height: 844 }, hasTouch: true }
const MEMBER = { viewport: { width: 320, height: 640 }, hasTouch: true }

/** Words as long as a name may have, and the longest office of the scenario: neither may widen a phone of 320. */
const LONG_NAME = 'Maximiliane-Alexandra Featherstonehaugh-Wolfeschlegelstein'
const LONG_OFFICE = 'Minister of Economy, Trade and Industry'

const button = ({ page }: Student, name: string | RegExp) => page.getByRole('button', { name }).first()
const chart = ({ page }: Student) => page.locator('figure svg[role="img"]').filter({ visible: true }).first()

test('in every phase the task is on the first screen of a phone, the page says who, what and what next, and no screen has a barrier', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk, { observers: 'yes', chairs: '6' })
  const head = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', HEAD)
  const member = await seated(browser, code, LONG_NAME, 'United States', 'Secretary of the Treasury', MEMBER)
  const observer = await seated(browser, code, 'Hanna Lind', 'Observers', 'Press', MEMBER)
  const acting = await seated(browser, code, 'Ken Ito', 'Japan', LONG_OFFICE, MEMBER)
  const beijing = await seated(browser, code, 'Fen Bai', 'China', 'Foreign Minister')
  const both = [head, member]
  const all = [...both, observer, acting]
  const barriers: string[] = []
  const look = async (at: Page, name: string, looks = WIDE_LOOKS) =>
    void barriers.push(...(await barriersIn(at, name, looks)))
  const lookIn = async (phase: string) => {
    await look(beijing.page, `room, ${phase}`)
    await look(acting.page, `room, ${phase}`, NARROW_LOOKS)
  }

  await test.step('before the start, one’s own view', async () => {
    await isAsked(member, /^Mark your own view/, button(member, 'Mark and go on'))
  })
  const room = await start(desk)
  const stage = await desk.context().newPage()
  await stage.goto(`${room}/stage`)

  await test.step('briefing: one’s own view, then the brief, or for an observer the record', async () => {
    for (const one of all) {
      await button(one, 'I would rather not say').click()
      if (one === observer) continue
      await isAsked(one, /^Read your brief/)
      // The page of the office begins on the first screen.
      await expect.soft(one.page.locator('p[class*="_brief"]').first()).toBeInViewport()
    }
    await isAsked(observer, /^Listen; nothing is asked of you/, observer.page.getByRole('log'))
    await member.page.getByText(/^More: /).click()
    await thumbFinds(member.page.getByRole('link', { name: /^The student pack/ }))
  })

  await test.step('an observer’s task, and somebody who comes late, without a seat', async () => {
    await observer.page.getByRole('link', { name: 'Task' }).click()
    await look(observer.page, 'task', NARROW_LOOKS)
    await observer.page.getByRole('link', { name: 'Record', exact: true }).click()
    const late = await givenStudent(browser, 'Noor Haddad', 'Japan', 'No seat yet', MEMBER)
    await guestIn(late.page.context(), code, late.name)
    await late.page.goto(room)
    await expect(nowOf(late.page).getByText(late.name)).toBeVisible()
    await onFirstScreen(late.page, nowOf(late.page).getByText(/^Next /))
    await onFirstScreen(late.page, button(late, 'Draw a seat by lot'))
    await late.page.context().close()
  })

  await test.step('caucus: the head files, the member proposes', async () => {
    await endPhase(desk, 'Caucus')
    await isAsked(acting, /^File where Tokyo opens/, button(acting, 'File for Tokyo'))
    await expect(nowOf(acting.page).getByText('Japan, acting head')).toBeVisible()
    await isAsked(member, /^Propose words to the Secretary of State/, button(member, 'Propose words'))
    await button(member, 'Propose words').click()
    const stand = ({ page }: Student) => page.getByRole('slider', { name: 'Where does your delegation stand?' })
    await isAsked(member, /^Propose words/, stand(member), button(member, 'Propose to my delegation'))
    await member.page.getByLabel('In words, as it will be read out').fill('As I see it.')
    await button(member, 'Propose to my delegation').click()
    await isAsked(member, /^Nothing more is asked: the Secretary of State has your proposal/)
    await button(head, 'File for Washington').click()
    await isAsked(head, /^File where/, stand(head), button(head, 'File the position'))
    await head.page.getByLabel('In words, as it will be read out').fill('As the head sees it.')
    await button(head, 'File the position').click()
    await isAsked(head, /^Nothing is asked of you: Washington has filed/)
    await lookIn('Caucus')
  })

  await test.step('reveal: where all stand, and who opens', async () => {
    await endPhase(desk, 'Reveal')
    await isAsked(head, /^You open next/, chart(head), button(head, 'Prepare your opening'))
    await isAsked(member, /^Look; nothing is asked of you/, chart(member))
    await thumbFinds(member.page.getByText('As a table').filter({ visible: true }).first())
    await lookIn('Reveal')
    await look(stage, 'stage, Reveal')
  })

  await test.step('openings: the speaker writes, the others listen', async () => {
    await endPhase(desk, 'Openings')
    const field = head.page.getByLabel('Your statement, or its summary')
    await isAsked(head, /^You have the floor/, field, button(head, 'Put on the record'))
    await isAsked(member, /^Listen to Washington’s opening/, button(member, 'Ask for the floor'))
    await isAsked(acting, /^You open/, button(acting, 'Prepare your opening'))
    await speak(head, 'We open.')
    await yieldToChair(head)
    // The floor is Tokyo's now: a turn of more than a second without words would be asked for in every phase that asks nothing.
    await speak(acting, 'So do we.')
  })

  await test.step('floor: asked for, waited for, held', async () => {
    await endPhase(desk, 'Floor debate')
    await isAsked(member, /^Ask for the floor when/, button(member, 'Ask for the floor'))
    await askFor(member, 'Question')
    await isAsked(member, /^You are next in the queue/, button(member, /^Prepare what you will say/))
    await askFor(head, 'Challenge')
    await isAsked(head, /^You are second in the queue/, button(head, 'Lower'))
    const queue = observer.page.getByText('Queue two hands')
    await onFirstScreen(observer.page, queue)
    await queue.click()
    await expect(observer.page.getByRole('list', { name: 'Queue for the floor' })).toContainText('Secretary of State')
    await desk.getByRole('button', { name: `Hand 1, question: give the floor to ${LONG_NAME}` }).click()
    const field = member.page.getByLabel('Your statement, or its summary')
    await isAsked(member, /^You have the floor/, field, button(member, 'Put on the record'))
    await speak(member, 'Who pays for it?')
    await talks(member.page)
    await desk.getByRole('button', { name: /^Hand 1, challenge: give the floor to Mei Castellano/ }).click()
    const told = nowOf(member.page).getByText('Your instructor took the floor back. What you wrote is kept.')
    await onFirstScreen(member.page, told)
    await member.page.getByRole('link', { name: 'Brief' }).click()
    await onFirstScreen(member.page, told)
    await nowOf(member.page).getByRole('button', { name: 'Close' }).click()
    await expect(told).toBeHidden()
    await speak(head, 'We do.')
    await yieldToChair(head)
    await lookIn('Floor debate')
    await look(stage, 'stage, Floor debate')
  })

  await test.step('the forms of an observer’s three tasks', async () => {
    await observer.page.getByRole('link', { name: 'Task' }).click()
    // A turn without words, of somebody who is not asked for anything else here.
    await chooseAtSeat(desk, 'Fen Bai, Foreign Minister', 'Give the floor')
    await yieldToChair(beijing)
    await button(observer, /^Write turn \d+/).click()
    await observer.page.getByLabel('Summary, in the speaker’s sense').fill('We can live with it.')
    await look(observer.page, 'writing a turn', NARROW_LOOKS)
    await button(observer, 'Put on the record').click()
    await expect(observer.page.getByRole('heading', { name: 'You wrote' })).toBeVisible()
    await chooseAtSeat(desk, 'Hanna Lind, Press', 'Make fact-checker')
    await button(observer, /^Check entry \d+/).click()
    await observer.page.getByLabel('Why, in a sentence or two').fill('The budget law says.')
    await button(observer, 'Put on the record').click()
    await expect(observer.page.getByText('Name one source')).toBeVisible()
    await look(observer.page, 'checking an entry', NARROW_LOOKS)
    await button(observer, 'Cancel').click()
    await chooseAtSeat(desk, 'Hanna Lind, Press', 'Make historian')
    await expect(observer.page.getByRole('heading', { name: 'Historian' })).toBeVisible()
    await look(observer.page, 'writing a line', NARROW_LOOKS)
    await observer.page.getByRole('link', { name: 'Record', exact: true }).click()
  })

  await test.step('closing: the opening stands unless it is changed', async () => {
    await endPhase(desk, 'Caucus')
    await isAsked(head, /^File where Washington closes/, button(head, 'File for Washington'))
    await button(head, 'File for Washington').click()
    await head.page.getByRole('slider', { name: 'Where does your delegation stand?' }).press('Home')
    await button(head, 'File the position').click()
  })

  await test.step('who moved, on the phones and on the projector', async () => {
    await endPhase(desk, 'Who moved')
    await isAsked(acting, /^Look; nothing is asked of you/, chart(acting))
    for (const { page, name } of [...both, acting]) expect.soft(await pastTheirPlace(page), name).toEqual([])
    await expect(stage.getByText(/ → −3\.0$/)).toBeVisible()
    for (const size of [WIDE, { width: 1920, height: 1080 }, { width: 1024, height: 768 }]) {
      await stage.setViewportSize(size)
      expect.soft(await pastTheirPlace(stage), `on a projector of ${size.width}`).toEqual([])
    }
    await look(stage, 'stage, Who moved')
  })

  await test.step('the second round, its text and its vote', async () => {
    await reach(desk, 'Caucus', 'Reveal')
    await endPhase(desk, 'Negotiation')
    await isAsked(head, /^Settle the words: /, button(head, 'Other words'))
    await isAsked(member, /^Draft words that all could sign/, button(member, 'Other words'))
    for (const { page } of both) await thumbFinds(page.getByRole('link', { name: /^2 / }))
    await onFirstScreen(head.page, head.page.getByRole('heading', { name: 'What this competition is.' }))
    await head.page.getByRole('link', { name: /^2 / }).click()
    await onFirstScreen(head.page, head.page.getByRole('heading', { name: 'Channels and guardrails.' }))
    await lookIn('Negotiation')
    await look(stage, 'stage, Negotiation')
    await stage.close()
    // Three taps from being asked: the text, its words, and that one stands on them.
    for (const { page } of [acting, beijing]) {
      await page.getByRole('button', { name: 'Stand on Washington’s first words' }).first().click()
      await page.getByRole('button', { name: /^Stand on this for / }).click()
      await expect(page.getByRole('button', { name: /^Stand on this for / })).toHaveCount(0)
    }
    await reach(desk, 'Caucus', 'Who moved', 'Ballot')
    await isAsked(head, /^Cast Washington’s ballot/, button(head, 'Seal Washington’s ballot'))
    await isAsked(member, /^Advise the Secretary of State/)
    for (const one of both) {
      for (const vote of [/^For(?!, with)/, /^For, with/, /^Against/, /^Abstain/])
        await onFirstScreen(one.page, one.page.getByRole('radio', { name: vote }))
    }
    await lookIn('Ballot')
    for (const { page } of [beijing, acting]) {
      await page
        .getByRole('radio', { name: /^For(?!, with)/ })
        .first()
        .check()
      await page
        .getByRole('button', { name: /^Seal / })
        .first()
        .click()
    }
    await isAsked(acting, /^You signed “.*”\. Where do its words stand\?/, button(acting, 'Go to the clause'))
    await button(acting, 'Go to the clause').click()
    await acting.page.getByRole('radio', { name: '+1', exact: true }).check()
    await thumbFinds(button(acting, 'Half higher'))
    await button(acting, 'Half higher').click()
    await expect(acting.page.getByText(/^Sealed at .*: \+1\.5\./)).toBeVisible()
    await isAsked(acting, /^Nothing more is asked: your ballots are sealed/)
  })

  await test.step('out of role: a debrief looks back together, then the question comes before the charts', async () => {
    await reach(desk, 'Ratification')
    await look(acting.page, 'room, Ratification', NARROW_LOOKS)
    await reach(desk, 'Debrief')
    await lookIn('Debrief')
    const claims = head.page.getByRole('region', { name: 'What you set out to reach' })
    await isAsked(head, /^Say whether you met/, claims.getByRole('radio', { name: 'Met', exact: true }).first())
    await claims.getByRole('radio', { name: 'Met', exact: true }).first().click()
    await claims.getByRole('button', { name: 'Choose the entry' }).click()
    await head.page.getByRole('list', { name: 'Entries of the record' }).getByRole('button').first().click()
    await expect(claims.getByText('Your instructor has not looked at it yet.')).toBeVisible()
    await claims.getByRole('radio', { name: 'Not met' }).last().click()
    await isAsked(head, /^Look back/, head.page.getByRole('link', { name: /debrief/i }).last())
    await desk.getByRole('button', { name: 'Confirm', exact: true }).first().click()
    await expect(desk.getByRole('region', { name: 'Objectives claimed' })).toContainText('one to look at')
    await expect(head.page.getByText('Your instructor has confirmed it.')).toBeVisible()
    await endPhase(desk, 'Reflection')
    await isAsked(member, /^Mark your own view once more/, button(member, 'Mark and go on'))
    await button(member, 'I would rather not say').click()
    await isAsked(member, /^Answer in your own name/, member.page.getByRole('textbox').first())
    await lookIn('Reflection')
  })

  await test.step('the desk, and what is read after it', async () => {
    await look(desk, 'desk')
    await desk.setViewportSize(NARROW)
    await look(desk, 'desk, narrow', NARROW_LOOKS)
    for (const opened of ['Seats', 'Settings', 'News or a note']) {
      await desk.getByRole('button', { name: opened }).first().click()
      await look(desk, `desk, ${opened}`, NARROW_LOOKS)
      await desk.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    }
    for (const path of ['transcript', 'marks', 'replay', 'debrief']) {
      await desk.goto(`${room}/${path}`)
      await look(desk, path, [...WIDE_LOOKS, ...NARROW_LOOKS])
    }
    await beijing.page.goto('/my/marks')
    await look(beijing.page, 'own marks', [...WIDE_LOOKS, ...NARROW_LOOKS])
  })
  expect(barriers).toEqual([])
})
