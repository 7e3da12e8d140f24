/** From a word to an empty wall by one press: over real sockets, one command takes words off stage and pages, and one more brings them back. */
import { expect, test } from 'vitest'
import { clientCommand } from '#simulation/shapes/room-command'
import { heardWhole, hearMore } from '../../../app/_room/link/heard-log'
import { patience } from '../../support/patience'
import { givenClass, givenHouse, givenPage, givenStudent } from './given/given-classroom'
import { accepted, type Page, until } from './given/given-page'

const house = givenHouse()
const WORDS = 'QUETZAL call her tonight'

/** What a page holds that heard each row as it came, by plain text. */
function heldBy({ rows }: Page): string {
  let held = heardWhole([])
  for (const row of rows) held = hearMore(held, [row]) ?? held
  return JSON.stringify(held.rows)
}

test(
  'L27 one command hides words on every page and on the stage, one more within ten seconds brings them back, and the record says both',
  async () => {
    const of = await givenClass({ rounds: [{ tension: 'framing', seconds: null }] })
    const amara = await givenStudent(of, 'Amara Osei')
    const desk = await givenPage(house.now(), of.chairCookie, of.roomId)
    const stage = await givenPage(house.now(), of.chairCookie, of.roomId, 'stage')
    const chair = async (command: unknown) => accepted(await desk.submit(of.roomId, clientCommand.parse(command)))
    await chair({ type: 'placePerson', person: amara.person, seat: 'us.state' })
    const student = await givenPage(house.now(), amara.cookie, of.roomId)
    await chair({ type: 'setAutopilot', agenda: false, floor: 'off' })
    await chair({ type: 'startPhase', index: 0 })
    await chair({ type: 'nudge', to: 'room', text: WORDS })
    const all = [desk, student, stage]
    await until(() => all.forEach((page) => void expect(heldBy(page)).toContain('QUETZAL')))
    const entry = String(desk.state.record.length)
    const before = desk.seq

    await chair({ type: 'strikeWords', entry, words: 'all', reason: 'not-fit' })
    await until(() => all.forEach((page) => void expect(heldBy(page)).not.toContain('QUETZAL')))
    expect(desk.seq).toBe(before + 1)

    await chair({ type: 'changeStrikeReason', entry, reason: 'names-a-person' })
    await until(() => expect(student.state.strikes[entry]).toMatchObject([{ reason: 'names-a-person' }]))
    await chair({ type: 'putWordsBack', entry, reason: 'they were taken off by mistake.' })
    await until(() => all.forEach((page) => void expect(page.left).toContain('rejoin')))
    await Promise.all([desk.join(of.roomId), student.join(of.roomId), stage.join(of.roomId, 'stage')])
    for (const page of all) expect(JSON.stringify(page.rows)).toContain('QUETZAL')
    expect(desk.readable.slice(-3).map(({ event, by }) => [event.type, by])).toEqual([
      ['WordsStruck', `chair:${of.instructor.id}`],
      ['StrikeReasonChanged', `chair:${of.instructor.id}`],
      ['WordsPutBack', `chair:${of.instructor.id}`],
    ])
  },
  patience(20_000),
)
