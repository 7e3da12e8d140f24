/**
 * The contract that draft sync relies on. The real store and the in-memory one of the sync's tests both pass it, so that the fake cannot
 * promise more than the real one.
 */
import { expect, test } from 'vitest'
import type { DraftServer } from '../../app/rooms/[roomId]/homework/draft-sync'

export type DraftKeeper = {
  server: DraftServer
  /** Ends the writer's participation: drafts are closed to them. */
  close(): Promise<void>
}

export function keepsDrafts(given: () => Promise<DraftKeeper>): void {
  const draft = (text: string, over: number | null) => ({ key: 'post/3/framing', text, over })

  test('holds nothing at first, and then what was saved, under its key', async () => {
    const { server } = await given()
    expect(await server.all()).toEqual([])
    const saved = await server.save(draft('"One."', null))
    expect(saved).toEqual({ kind: 'saved', savedAt: expect.any(Number) })
    expect(await server.all()).toEqual([
      { key: 'post/3/framing', text: '"One."', savedAt: saved.kind === 'saved' && saved.savedAt },
    ])
  })

  test('takes words written over the version that was read, with a later instant', async () => {
    const { server } = await given()
    const first = await server.save(draft('"One."', null))
    if (first.kind !== 'saved') throw new Error('The first draft was not saved.')
    const second = await server.save(draft('"Two."', first.savedAt))
    expect(second.kind === 'saved' && second.savedAt > first.savedAt).toBe(true)
  })

  test('hands back what a device has not read, and changes nothing', async () => {
    const { server } = await given()
    const phone = await server.save(draft('"On the phone."', null))
    const savedAt = phone.kind === 'saved' ? phone.savedAt : 0
    expect(await server.save(draft('"On the laptop."', null))).toEqual({
      kind: 'other',
      text: '"On the phone."',
      savedAt,
    })
    expect(await server.all()).toMatchObject([{ text: '"On the phone."' }])
    // Equal texts are no conflict, whichever version was read.
    expect(await server.save(draft('"On the phone."', null))).toMatchObject({ kind: 'saved' })
  })

  test('of four devices that write over one version at once, saves one and tells the others', async () => {
    const { server } = await given()
    const read = await server.save(draft('"Read by all."', null))
    const over = read.kind === 'saved' ? read.savedAt : null
    const answers = await Promise.all(['"A"', '"B"', '"C"', '"D"'].map((text) => server.save(draft(text, over))))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['other', 'other', 'other', 'saved'])
  })

  test('says that it is closed, to reading and to saving, once the place is no longer theirs', async () => {
    const { server, close } = await given()
    await close()
    expect(await server.all()).toBe('closed')
    expect(await server.save(draft('"Too late."', null))).toEqual({ kind: 'closed' })
  })
}
