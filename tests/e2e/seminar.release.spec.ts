/** A whole seminar in browsers: six students, two of them on phones, and their instructor, from the start to the marks. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { marksAndReads } from './homework/marking'
import { negotiates, readsOn } from './negotiating'
import { chooseAtSeat } from './people'
import {
  askFor,
  endPhase,
  givenTableLobby,
  phone,
  reach,
  type Student,
  seated,
  speak,
  speaker,
  startFromLobby,
  yieldToChair,
} from './table'
import { writesOn } from './writing'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })
test.setTimeout(patience(300_000))

const SECRET = 'Let Beijing ask for the Fukuda Doctrine first'
const REFUSAL = 'A polite limit is a limit.'
const POSITIONS = {
  us: 'A coalition, and it says so.',
  jp: 'Rules first, with friends.',
  cn: 'Conduct counts, not systems.',
}
const QUESTION = 'Who pays for the shield?'
const CALL = 'May I speak about soybeans?'
const BILATERAL = 'Between us two: sixty days of notice, or none'

test('a whole seminar, from the start to the marks', async ({ page: desk, browser }) => {
  const { code } = await givenTableLobby(desk)
  const sits = (name: string, side: string, office: string, on = {}) => seated(browser, code, name, side, office, on)
  const us = await sits('Mei Castellano', 'United States', 'Secretary of State')
  const treasury = await sits('Jonas Weber', 'United States', 'Secretary of the Treasury')
  const jp = await sits('Amara Osei', 'Japan', 'Prime Minister')
  const finance = await sits('Sofia Conti', 'Japan', 'Finance Minister', phone)
  const cn = await sits('Élise Moreau', 'China', 'Foreign Minister')
  const commerce = await sits('Kenji Mori', 'China', 'Minister of Commerce', phone)
  const everyone: Student[] = [us, treasury, jp, finance, cn, commerce]
  await expect(desk.getByText(/^6 of \d+ seated/)).toBeVisible()
  const room = await startFromLobby(desk)

  await test.step('each marks where they stand themselves', async () => {
    await us.page.getByLabel('Where do you stand?, as a number').first().fill('1.5')
    await us.page.getByLabel('Where do you stand?, as a number').first().press('Enter')
    await us.page.getByRole('button', { name: 'Mark +1.5 and go on' }).click()
    await expect(us.page.getByText('Your own view · 1 of 2 marked')).toBeVisible()
    // Nothing is marked that nobody has placed.
    await us.page.getByRole('button', { name: 'Mark and go on' }).click()
    await expect(us.page.getByText('Place yourself on the line first.')).toBeVisible()
    await us.page.getByLabel('Where do you stand?, as a number').first().fill('0')
    await us.page.getByLabel('Where do you stand?, as a number').first().press('Enter')
    await us.page.getByRole('button', { name: 'Mark 0 and go on' }).click()
    await expect(us.page.getByText('Ask this in round one')).toBeVisible()
  })

  await test.step('the caucus is heard by its own delegation alone', async () => {
    await endPhase(desk, 'Caucus')
    await jp.page.getByLabel('Write to your delegation').fill(SECRET)
    await jp.page.getByRole('button', { name: 'Send', exact: true }).click()
    await finance.page.getByRole('link', { name: /^Caucus/ }).click()
    await expect(finance.page.getByText(SECRET)).toBeVisible()
    for (const { page, heard } of [us, treasury, cn, commerce]) {
      await expect(page.getByText(SECRET)).toHaveCount(0)
      expect(heard.some((frame) => frame.includes('Fukuda Doctrine first'))).toBe(false)
      expect(heard.length).toBeGreaterThan(0)
    }
  })

  await test.step('positions are placed by keys and by a number, and filed', async () => {
    const where = us.page.getByRole('slider', { name: 'Where does your delegation stand?' })
    // The form begins with the brief's +2.
    await where.press('PageDown')
    await where.press('ArrowRight')
    await expect(us.page.getByLabel('Where does your delegation stand?, as a number')).toHaveValue('+1.5')
    const typed = jp.page.getByLabel('Where does your delegation stand?, as a number')
    await typed.fill('2.4')
    await typed.press('Enter')
    await expect(jp.page.getByText('You typed 2.4. Positions go in halves, so this is +2.5.')).toBeVisible()
    const third = cn.page.getByLabel('Where does your delegation stand?, as a number')
    await third.fill('-2')
    await third.press('Enter')
    for (const [{ page }, words] of [
      [us, POSITIONS.us],
      [jp, POSITIONS.jp],
      [cn, POSITIONS.cn],
    ] as const) {
      await page.getByLabel('In words, as it will be read out').fill(words)
      await page.getByLabel('Red line').fill('No list of names.')
      await page.getByRole('button', { name: 'File the position' }).click()
      await expect(page.getByText(/^Filed \d\d:\d\d:\d\d\. You can revise it/)).toBeVisible()
    }
    expect(us.heard.some((frame) => frame.includes(POSITIONS.jp))).toBe(false)
  })

  await test.step('the reveal opens all three at once, with the gap', async () => {
    await endPhase(desk, 'Reveal')
    for (const { page } of everyone) {
      await expect(page.getByText(POSITIONS.jp).first()).toBeVisible()
      await expect(page.getByText(/The allies stand 1\.0 apart/).first()).toBeVisible()
    }
  })

  await test.step('the openings come in order', async () => {
    await endPhase(desk, 'Openings')
    const openers = [us, jp, cn]
    for (const _ of openers) {
      const opener = await speaker(openers)
      await speak(opener, `We open as the ${opener.office}.`)
      await expect(desk.getByText(`We open as the ${opener.office}.`)).toBeVisible()
      await yieldToChair(opener)
      await expect(opener.page.getByRole('button', { name: 'Put on the record' })).toBeHidden()
    }
  })

  await test.step('hands with intents, a grant from the desk, a statement that leans and answers', async () => {
    await endPhase(desk, 'Floor debate')
    await askFor(treasury, 'Challenge')
    await askFor(finance, 'Question')
    await expect(desk.getByRole('button', { name: /^Hand \d+, .*give the floor to Sofia Conti/i })).toBeVisible()
    await desk.getByRole('button', { name: /^Hand \d+, .*give the floor to Sofia Conti/i }).click()
    await expect(finance.page.getByText('You have the floor').first()).toBeVisible()
    await finance.page
      .getByRole('button', { name: /^Answer this, entry/ })
      .first()
      .click()
    await finance.page.getByRole('button', { name: 'Add an anchor' }).click()
    await finance.page.getByLabel('Search the paragraphs read beforehand').fill('E3.1')
    await finance.page.getByRole('checkbox', { name: /E3\.1/ }).check()
    await finance.page.keyboard.press('Escape')
    await speak(finance, QUESTION)
    await expect(treasury.page.getByText(QUESTION)).toBeVisible()
    await expect(desk.getByText(/answers \d+/).first()).toBeVisible()
    await yieldToChair(finance)
    await desk.getByRole('button', { name: /^Hand \d+, .*give the floor to Jonas Weber/i }).click()
    await speak(treasury, 'The treasury pays for nothing.')
    await expect(finance.page.getByText('The treasury pays for nothing.')).toBeVisible()
  })

  await test.step('a statement is withdrawn: it keeps its place, and its words are read by nobody', async () => {
    await treasury.page.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await treasury.page.getByLabel('Why').fill('I misspoke.')
    await treasury.page.getByRole('button', { name: 'Withdraw it' }).click()
    await expect(cn.page.getByText(/I withdraw what I said in \d+\./)).toBeVisible()
    await expect(cn.page.getByText(/withdrawn by its writer/)).toBeVisible()
    await expect(cn.page.getByText('The treasury pays for nothing.')).toHaveCount(0)
    await yieldToChair(treasury)
  })

  await test.step('news, a private note, a call for help and its answer', async () => {
    await desk.keyboard.press('n')
    const injects = desk.getByRole('region', { name: 'News' })
    await injects.getByRole('button', { name: /^Send/ }).first().click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Send to the room' }).click()
    await expect(cn.page.getByText(/· fiction, sent by/).first()).toBeVisible()
    await chooseAtSeat(desk, /Kenji Mori/, 'Nudge privately')
    await desk.getByRole('dialog').getByLabel('Words').fill('You have not spoken yet.')
    await desk.getByRole('button', { name: 'Send the note' }).click()
    await expect(commerce.page.getByText('You have not spoken yet.').first()).toBeVisible()
    expect(cn.heard.some((frame) => frame.includes('You have not spoken yet.'))).toBe(false)
    await commerce.page.getByRole('button', { name: 'Call the instructor' }).click()
    await commerce.page.getByLabel(/What is it about\?/).fill(CALL)
    await commerce.page.getByRole('button', { name: 'Call', exact: true }).click()
    await expect(desk.getByText(CALL)).toBeVisible()
    await desk.getByRole('button', { name: 'Answer privately' }).click()
    await desk.getByLabel('Your answer').fill('Yes, you may.')
    await desk.getByRole('button', { name: 'Send the answer' }).click()
    await expect(commerce.page.getByText('Yes, you may.').first()).toBeVisible()
    expect(cn.heard.some((frame) => frame.includes('soybeans'))).toBe(false)
  })

  await test.step('a pause is seen by everyone, and so is its end', async () => {
    await desk.getByRole('button', { name: 'Pause' }).click()
    for (const { page } of everyone)
      await expect(
        page
          .getByText(/^stopped .* by your instructor$/)
          .or(page.getByRole('timer').getByText('Paused'))
          .first(),
      ).toBeAttached()
    await desk.getByRole('button', { name: 'Resume' }).click()
    for (const { page } of everyone) await expect(page.getByRole('timer').getByText('Paused')).toHaveCount(0)
  })

  await test.step('the round closes and the joint text is negotiated', async () => {
    await endPhase(desk, 'Caucus')
    await endPhase(desk, 'Who moved')
    for (const { page } of everyone) {
      await expect(
        page.getByText(/^Nobody moved on the name of the contest: the allies stay 1\.0 apart\.$/),
      ).toBeVisible()
      await expect(page.getByText('held: its opening stands').first()).toBeVisible()
    }
    await reach(desk, 'Caucus', 'Reveal', 'Negotiation')
    const talk = us.page.getByRole('radio', { name: /With Tokyo/ })
    await talk.check({ force: true })
    await us.page.getByLabel('Write to Tokyo').fill(BILATERAL)
    await us.page.getByRole('button', { name: 'Send', exact: true }).click()
    await jp.page.getByRole('radio', { name: /With Washington/ }).check({ force: true })
    await expect(jp.page.getByText(BILATERAL)).toBeVisible()
    await negotiates({ desk, us, jp, finance, cn, commerce })
    expect(cn.heard.some((frame) => frame.includes('sixty days of notice, or none'))).toBe(false)
    expect(commerce.heard.some((frame) => frame.includes('sixty days of notice, or none'))).toBe(false)
  })

  await test.step('ballots are sealed', async () => {
    await reach(desk, 'Caucus', 'Who moved', 'Ballot')
    for (const { page } of [us, jp, cn]) {
      for (const clause of [1, 2]) {
        const against = page === cn.page && clause === 2
        const reserves = page === jp.page && clause === 1
        await page
          .getByRole('radio', { name: against ? /^Against/ : reserves ? /^For, with/ : /^For(?!, with)/ })
          .check()
        if (against) await page.getByLabel('The reason, as it will be printed').fill('It names a bloc.')
        if (reserves) await page.getByLabel('The reservation, as it will be printed').fill('As our law reads it.')
        await page.getByRole('button', { name: /^Seal .* ballot$/ }).click()
        // The next clause comes by itself, with nothing chosen yet.
        if (clause < 2) await expect(page.getByRole('radio', { checked: true, name: /^(For|Against)/ })).toHaveCount(0)
      }
      await expect(page.getByText(/Sealed .* It opens with the others\./)).toBeVisible()
    }
    expect(us.heard.some((frame) => frame.includes('It names a bloc.'))).toBe(false)
  })

  await test.step('a member refuses at home, on a narrow phone, and the title says who did not ratify', async () => {
    await endPhase(desk, 'Ratification')
    await finance.page.setViewportSize({ width: 320, height: 640 })
    await expect(finance.page.getByRole('heading', { name: 'Ratify or refuse, as the Finance Minister' })).toBeVisible()
    await readsOn(finance.page, 'Seal my vote')
    await finance.page.getByRole('radio', { name: 'Refuse' }).check()
    await finance.page.getByRole('button', { name: 'Seal my vote' }).click()
    await expect(finance.page.getByText('Write why you refuse.')).toBeVisible()
    await finance.page.getByLabel(/^Why, as the Finance Minister/).fill(REFUSAL)
    await finance.page.getByRole('button', { name: 'Seal my vote' }).click()
    await expect(finance.page.getByText(/Sealed .* It opens with the others\./)).toBeVisible()
    const wide = await finance.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(320)
    await expect(jp.page.getByRole('heading', { name: 'Your members decide' })).toBeVisible()
    await expect(jp.page.getByRole('list', { name: 'Who has voted' })).toContainText('sealed')
    await expect(desk.getByRole('region', { name: 'The text at home' })).toContainText('Finance Minister: sealed')
    for (const { heard } of [us, treasury, jp, cn, commerce])
      expect(heard.some((frame) => frame.includes(REFUSAL))).toBe(false)
    await endPhase(desk, 'Debrief')
    await finance.page.setViewportSize({ width: 390, height: 780 })
    for (const { page } of [us, finance]) {
      await expect(page).toHaveURL(/#reflection$/)
      await page.getByRole('link', { name: /^(Joint text|Text)/ }).click()
      await expect(page.getByRole('heading', { name: 'Signed, not ratified by Tokyo' })).toBeVisible()
      await expect(page.getByText(`Not ratified by Tokyo, 0 to 1 (“${REFUSAL}”).`)).toBeVisible()
      await expect(page.getByRole('heading', { name: /^Clause 1 / })).toHaveText('Clause 1 is agreed')
      await expect(
        page.getByRole('heading', { name: 'Joint statement of Washington, Tokyo and Beijing' }),
      ).toBeVisible()
      await expect(page.getByText('Agreed, reserved by Tokyo.')).toBeVisible()
      await expect(page.getByText('As our law reads it.').first()).toBeVisible()
      await expect(page.getByText(/The bracket was open, so the words were not put to the vote/)).toBeVisible()
      await expect(page.getByText('It names a bloc.').first()).toBeVisible()
    }
  })

  await test.step('out of role, what they make of it', async () => {
    await writesOn(finance, () => endPhase(desk, 'Reflection'))
    await expect(us.page).toHaveURL(/#reflection$/)
    await expect(us.page.getByRole('heading', { name: 'Mark your own view once more' })).toBeVisible()
    await us.page.getByRole('button', { name: 'I would rather not say' }).click()
    await us.page.getByLabel(/Which sentence did you say in the role/).fill('That values lead.')
    await us.page.getByRole('button', { name: 'Hand it in' }).first().click()
    await expect(us.page.getByText(/^Handed in /)).toBeVisible()
    expect(jp.heard.some((frame) => frame.includes('That values lead.'))).toBe(false)
  })

  await marksAndReads({
    ...{ desk, finance, cn, room },
    said: {
      positions: Object.values(POSITIONS),
      question: QUESTION,
      call: CALL,
      inCaucus: SECRET,
      inBilateral: BILATERAL,
    },
  })
})
