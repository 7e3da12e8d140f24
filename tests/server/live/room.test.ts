/** A live room: commands one at a time, commits with an unknown outcome, and nothing sent before it is saved. */
import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Room } from '#server/live/room'
import { openRoomLog } from '#server/store/log/room-log'
import { fold } from '#simulation/engine/room'
import { participantActor, personId } from '#simulation/kernel/ids'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { Ack } from '#simulation/wire/protocol'
import { useFreshDatabase } from '../../support/machines/database'
import { seat } from './given/given-classroom'
import { accepted, newId } from './given/given-page'
import { givenRoom, type InSession, TroubledLog } from './given/given-room'

const fresh = useFreshDatabase()
const mei = participantActor(personId.parse('mei'))
const amara = participantActor(personId.parse('amara'))
const take = (id: string): RoomCommand => ({ type: 'takeSeat', seat: seat(id) })

/** The log as the database has it. */
async function stored({ id }: InSession) {
  const log = openRoomLog(fresh.url(), 1)
  const rows = await log.read(id)
  await log.close()
  return rows
}

const commandsIn = (rows: readonly { commandId: string }[]) => new Set(rows.map(({ commandId }) => commandId))

test('nothing is answered or told before it is saved, and the answer comes before the telling', async () => {
  const given = await givenRoom(fresh.url())
  let open: () => void = () => undefined
  given.log.gate = new Promise((resolve) => {
    open = resolve
  })
  const said: string[] = []
  given.room.submit(mei, newId(), take('us.state'), ({ ok }) => {
    said.push(`answered ${ok}, told ${given.told.length}`)
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(said).toEqual([])
  expect(given.room.seq).toBe(given.room.rows.length)
  expect(given.room.state?.seats[seat('us.state')]?.holder).toBeNull()
  open()
  await given.settled()
  expect(said).toEqual(['answered true, told 0'])
  expect(given.told).toHaveLength(1)
  expect(given.room.state?.seats[seat('us.state')]?.holder).toBe('mei')
})

test('of two who want one seat the first has it, though both were judged before either was saved', async () => {
  const given = await givenRoom(fresh.url())
  const answers = await Promise.all([given.ask(mei, take('us.state')), given.ask(amara, take('us.state'))])
  expect(answers).toEqual([
    { ok: true, seq: expect.any(Number) },
    { ok: false, rejection: 'seat-taken' },
  ])
})

test('who would be refused is judged again on what another server has saved meanwhile, once, and nobody where there is no other', async () => {
  const given = await givenRoom(fresh.url())
  const log = new TroubledLog(openRoomLog(fresh.url()))
  onTestFinished(() => log.close())
  let others = true
  const around = {
    saved: () => undefined,
    outdated: () => undefined,
    mayBeAhead: () => others,
    startedOver: () => undefined,
  }
  const there = await Room.load(given.id, log, given.time, () => undefined, around)
  accepted(await given.ask(mei, take('us.state')))
  accepted(await given.ask(given.chair, { type: 'startPhase', index: 0 }))
  const reads = vi.spyOn(log, 'read')
  const caucus: RoomCommand = { type: 'speakInCaucus', text: 'We are ready.' }
  accepted(await there.ask(mei, newId(), caucus))
  expect(reads).toHaveBeenCalledTimes(1)
  expect(await there.ask(amara, newId(), caucus)).toEqual({ ok: false, rejection: 'not-seated' })
  expect(reads).toHaveBeenCalledTimes(2)
  others = false
  expect(await there.ask(amara, newId(), caucus)).toEqual({ ok: false, rejection: 'not-seated' })
  expect(reads).toHaveBeenCalledTimes(2)
})

test('what arrives together is saved together and told once', async () => {
  const given = await givenRoom(fresh.url())
  await Promise.all([
    given.ask(mei, take('us.state')),
    given.ask(amara, take('jp.pm')),
    given.ask(given.chair, { type: 'nudge', to: 'room', text: 'We begin in a minute.' }),
  ])
  expect(given.log.appended).toEqual([3])
  expect(given.told.map(({ rows }) => rows.map(({ event }) => event.type))).toEqual([
    ['SeatTaken', 'SeatTaken', 'NudgeSent'],
  ])
})

test('a command resent while it waits, after it was saved and after a restart is one command with one answer', async () => {
  const given = await givenRoom(fresh.url())
  const id = newId()
  const answers: Ack[] = await Promise.all([
    given.room.ask(mei, id, take('us.state')),
    given.room.ask(mei, id, take('us.state')),
  ])
  answers.push(await given.room.ask(mei, id, take('us.state')))
  const after = await given.again()
  answers.push(await after.room.ask(mei, id, take('us.state')))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  accepted(answers[0]!)
  expect((await stored(given)).filter(({ commandId }) => commandId === id)).toHaveLength(1)
})

test('a refusal is not kept: the same command may be right later', async () => {
  const given = await givenRoom(fresh.url())
  const id = newId()
  await given.ask(amara, take('us.state'))
  expect(await given.room.ask(mei, id, take('us.state'))).toEqual({ ok: false, rejection: 'seat-taken' })
  await given.ask(amara, { type: 'leaveSeat' })
  expect(await given.room.ask(mei, id, take('us.state'))).toMatchObject({ ok: true })
})

test('a number that somebody else took: the log is read, and what waited is judged again on it', async () => {
  const given = await givenRoom(fresh.url())
  const other = await given.again()
  accepted(await other.ask(amara, take('us.state')))
  const [lost, won] = await Promise.all([given.ask(mei, take('us.state')), given.ask(mei, take('us.treasury'))])
  expect(lost).toEqual({ ok: false, rejection: 'seat-taken' })
  accepted(won)
  const rows = await stored(given)
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
  expect(given.told.flatMap((heard) => heard.rows)).toEqual(rows.slice(-2))
  expect(given.room.state).toEqual(fold(rows))
})

test('a number that another server took and has sent meanwhile: what waited is judged again, and the log need not be read', async () => {
  const given = await givenRoom(fresh.url())
  const other = await given.again()
  accepted(await other.ask(amara, take('us.state')))
  let open: () => void = () => undefined
  given.log.gate = new Promise((opened) => {
    open = opened
  })
  const read = vi.spyOn(given.log, 'read')
  const answers = Promise.all([given.ask(mei, take('us.state')), given.ask(mei, take('us.treasury'))])
  await turn()
  given.room.hearRows(other.room.rows.slice(given.room.seq), given.room.rows.at(-1)!.commandId)
  open()
  const [lost, won] = await answers
  expect(lost).toEqual({ ok: false, rejection: 'seat-taken' })
  accepted(won)
  expect(given.log.conflicts).toBe(1)
  expect(read).not.toHaveBeenCalled()
  expect(given.told.flatMap((heard) => heard.rows)).toEqual((await stored(given)).slice(-2))
})

test.each(['lost-before', 'lost-after'] as const)(
  'a connection %s the commit: every command is answered, counts once, and is told once in its order',
  async (trouble) => {
    const given = await givenRoom(fresh.url())
    given.log.trouble.push(trouble)
    given.log.unreadable = 2
    const asked = [
      given.ask(mei, take('us.state')),
      given.ask(amara, take('jp.pm')),
      given.ask(mei, { type: 'leaveSeat' }),
      given.ask(mei, take('us.treasury')),
    ]
    await new Promise((resolve) => setTimeout(resolve, 0))
    const last = given.ask(given.chair, { type: 'nudge', to: 'room', text: 'We begin in a minute.' })
    // The room waits for a database that is away; time is moved until it has answered.
    const answers = await Promise.race([
      Promise.all([...asked, last]),
      (async () => {
        for (;;) {
          // Only its rests are passed: after ten seconds what makes sense only at once would be given up.
          const rest = given.time.nextIn()
          if (rest <= 1_000) await given.time.moveTo(given.time.now() + rest, async () => undefined)
          await new Promise((resolve) => setImmediate(resolve))
        }
      })(),
    ])
    const seqs = answers.map(accepted)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    const rows = await stored(given)
    expect(commandsIn(rows).size).toBe(1 + 5)
    expect(given.told.flatMap((heard) => heard.rows)).toEqual(rows.slice(-5))
    expect(given.room.state).toEqual(fold(rows))
  },
)

test('a command that cannot be stored is refused alone; those beside it are saved', async () => {
  const given = await givenRoom(fresh.url())
  await given.ask(mei, take('us.state'))
  await given.ask(given.chair, { type: 'startPhase', index: 0 })
  const [one, poisoned, two] = await Promise.all([
    given.ask(mei, { type: 'speakInCaucus', text: 'before' }),
    given.ask(mei, { type: 'speakInCaucus', text: 'half a character: \ud83d' }),
    given.ask(mei, { type: 'speakInCaucus', text: 'after' }),
  ])
  accepted(one)
  expect(poisoned).toEqual({ ok: false, rejection: 'malformed' })
  accepted(two)
  expect(given.room.state).toEqual(fold(await stored(given)))
})

test('a clock set back does not put a row before the one it follows', async () => {
  const given = await givenRoom(fresh.url())
  await given.ask(mei, take('us.state'))
  const earlier = await given.again(given.time.now() - 3_600_000)
  await earlier.ask(amara, take('jp.pm'))
  const [before, after] = (await stored(given)).slice(-2)
  expect(after!.at).toBe(before!.at)
})

test('a room that is put away answers what waits and takes nothing more', async () => {
  const given = await givenRoom(fresh.url())
  const waiting = given.ask(mei, take('us.state'))
  const closed = given.room.close()
  expect(await given.ask(amara, take('jp.pm'))).toEqual({ ok: false, rejection: 'try-again' })
  await closed
  accepted(await waiting)
})
