// H17: a post is written anew until its deadline, and what is read of it is its newest words.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskedLog } from '#simulation/engine/masked-log'
import { personId } from '#simulation/kernel/ids'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import { progressOf } from '#simulation/reading/marks/completion'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { searchableText } from '#simulation/reading/record/searchable-text'
import { outcome } from '../../corpus/work'
import { dueOf, givenWeek, HOUR, type More, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, CHAIR, CLEO, DAIKI, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'

const revise = (entry: number | string, text: string, anchors: string[] = ['E1.1']): Written => ({
  ...{ type: 'reviseStatement', entry: String(entry), text, anchors },
})
const strike = (
  entry: number | string,
  words: Extract<Written, { type: 'strikeWords' }>['words'] = 'all',
): Written => ({
  ...{ type: 'strikeWords', entry: String(entry), words, reason: 'not-fit' },
})
const start = opensAt('floor')
const floor = phaseOf('floor')
const openings = phaseOf('openings')

/** Amara has posted in the rebuttals; the number of her post. */
function posted(text = 'First words.'): { room: Room; no: number } {
  const room = givenWeek(start + HOUR).does(AMARA, post(floor, text))
  return { room, no: room.state.record.length }
}
const sealedPost = (more: More = {}): Room =>
  givenWeek(opensAt('openings') + HOUR, { postFirst: true, ...more }).does(AMARA, post(openings, 'First words.'))
const sealedNo = (room: Room) => room.state.posts[0]!.no
const textAt = ({ state }: Pick<Room, 'state'>, no: number) =>
  paragraphs(state).find((each) => each.no === String(no) && each.kind === 'statement')
const everything = (room: Room) => JSON.stringify(maskedLog(room.rows).rows)

describe('writing anew', () => {
  test('H17 the words stand at the same number, with what they cite, and those of before are kept and shown', () => {
    const { room, no } = posted()
    room.does(AMARA, revise(no, 'Second words.', ['E1.1', 'E1.2'])).does(AMARA, revise(no, 'Third words.'))
    expect(room.state.record).toHaveLength(no)
    expect(textAt(room, no)).toMatchObject({
      text: 'Third words.',
      anchors: ['E1.1'],
      at: instantOf(start + HOUR),
      revised: { before: ['First words.', 'Second words.'], at: instantOf(start + HOUR) },
    })
    expect(room.hearersOf('StatementRevised')).toEqual(expect.arrayContaining(['chair', 'daiki', 'hana']))
    const { revised, text } = textAt(room, no) as Extract<Paragraph, { kind: 'statement' }>
    expect(textAt({ state: room.as(room.viewerOf('daiki')) }, no)).toMatchObject({ revised, text })
    expect(outcome(replayRecord(room.rows))).not.toHaveProperty('row')
    room.when(AMARA, revise(no, 'Third words.')).isRefused('nothing-changed')
  })

  test('H17 only its author writes it anew, in a homework debate, until the deadline of its phase or of their own', () => {
    const { room, no } = posted()
    room.when(BEN, revise(no, 'Not mine.')).isRefused('not-own-statement')
    room.when(CHAIR, revise(no, 'Not mine.')).isRefused('not-seated')
    room.when(AMARA, revise(99, 'Nothing.')).isRefused('no-such-entry')
    const due = dueOf('floor')
    room.when(AMARA, revise(no, 'In time.'), due - 1).isAllowed()
    room.when(AMARA, revise(no, 'Late.'), due).isRefused('deadline-passed')
    const longer = {
      ...{ type: 'grantExtension', person: 'amara', phase: floor, dueAt: instantOf(due + HOUR) },
    } as Written
    room.does(CHAIR, longer).runs(due + 1)
    room.when(AMARA, revise(no, 'In their own time.')).isAllowed()
    room.when(AMARA, { type: 'withdrawStatement', entry: no, reason: null }).isAllowed()
    room.does(AMARA, { type: 'withdrawStatement', entry: no, reason: null })
    room.when(AMARA, revise(no, 'Again.')).isRefused('already-withdrawn')
  })

  test('H17 a sealed post stays sealed, its revision too, and opens as it then stands', () => {
    const room = sealedPost()
    const no = sealedNo(room)
    room.does(AMARA, revise(no, 'The sealed canary.')).does(AMARA, revise(no, 'The last words.'))
    expect(room.hearersOf('PostRevised')).toEqual(['chair', 'amara'])
    for (const other of ['ben', 'daiki', 'fen', 'hana'])
      expect(JSON.stringify(room.as(room.viewerOf(other)))).not.toMatch(/canary|First words|last words/)
    room.runs(dueOf('openings'))
    expect(room.events('StatementPosted')).toMatchObject([{ text: 'The last words.', unseals: no }])
    const open = room.state.record.length
    const shown = (who: string) =>
      room
        .as(room.viewerOf(who))
        .record.toArray()
        .flatMap(({ event }) => (event.type === 'StatementPosted' ? [event.text] : []))
    expect(shown('daiki')).toEqual(['The last words.'])
    expect(JSON.stringify(room.as(room.viewerOf('daiki')))).not.toContain('canary')
    room.when(AMARA, revise(no, 'Too late.')).isRefused('deadline-passed')
    room.when(AMARA, revise(open, 'Too late.')).isRefused('deadline-passed')
    expect(outcome(replayRecord(room.rows))).not.toHaveProperty('row')
  })

  test('H7 H17 what is asked counts the post once, with what it cites by now', () => {
    const asked: More = {
      requires: [
        { what: 'answer', count: 1, by: 'student' },
        { what: 'anchor', count: 2, by: 'student' },
      ],
    }
    const room = givenWeek(start + HOUR, asked).does(AMARA, post(floor, 'First words.'))
    const counts = () =>
      progressOf(room.state, personId.parse('amara'), instantOf(start + 2 * HOUR))[floor]?.counted.map(
        ({ done }) => done,
      )
    expect(counts()).toEqual([1, 1])
    room.does(AMARA, revise(room.state.record.length, 'Second words.', ['E1.1', 'E1.2']))
    expect(counts()).toEqual([1, 2])
    const sealed = sealedPost({ requires: [{ what: 'anchor', count: 3, by: 'student' }] })
    sealed.does(AMARA, revise(sealedNo(sealed), 'Second words.', ['E1.1', 'E1.2', 'E1.3'])).runs(dueOf('openings'))
    expect(progressOf(sealed.state, personId.parse('amara'), instantOf(dueOf('openings')))[openings]).toMatchObject({
      done: 3,
    })
  })

  test('H17 an answered post and one of which words were taken off say why they stay', () => {
    const answered = posted()
    answered.room.does(DAIKI, post(floor, 'An answer.', 'framing', answered.no))
    answered.room.when(AMARA, revise(answered.no, 'Other words.')).isRefused('post-answered')
    const struck = posted()
    struck.room.does(CHAIR, strike(struck.no)).when(AMARA, revise(struck.no, 'Other words.')).isRefused('words-off')
  })

  test('H17 whatever is done and in whatever order, a post that was answered, checked or struck is never written anew', () => {
    const deeds = ['revise', 'answer', 'own-answer', 'strike', 'put-back', 'withdraw'] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 8 }), (story) => {
        const { room, no } = posted()
        let [taken, struck, off, times] = [false, false, false, 0]
        for (const deed of story) {
          times += 1
          const before = textAt(room, no)
          if (deed === 'revise') {
            const allowed = !taken && !struck && !off
            expect(room.judges(AMARA, revise(no, `Words ${times}.`)).ok).toBe(allowed)
            if (!allowed) {
              expect(textAt(room, no)).toEqual(before)
              continue
            }
            room.does(AMARA, revise(no, `Words ${times}.`))
            expect(textAt(room, no)).toMatchObject({ text: `Words ${times}.` })
          } else if (deed === 'answer' || deed === 'own-answer') {
            room.does(deed === 'answer' ? DAIKI : AMARA, post(floor, `Answer ${times}.`, 'framing', no))
            taken = true
          } else if (deed === 'strike' && !struck && !off) {
            room.does(CHAIR, strike(no))
            struck = true
          } else if (deed === 'put-back' && struck && !off) {
            room.does(CHAIR, { type: 'putWordsBack', entry: String(no), reason: 'Fit after all.' })
            struck = false
          } else if (deed === 'withdraw' && !off) {
            room.does(AMARA, { type: 'withdrawStatement', entry: no, reason: null })
            off = true
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('K2 T3 H17 words that are taken off a post are in none of its versions, sealed or open, and come back with it', () => {
    const versions = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(versions, versions, fc.boolean(), fc.boolean(), (early, late, isStruck, whileSealed) => {
        // An extension leaves the opened post to its author for a while.
        const longer = {
          ...{ type: 'grantExtension', person: 'amara', phase: openings, dueAt: instantOf(dueOf('openings') + HOUR) },
        } as Written
        const room = sealedPost().does(CHAIR, longer)
        const was = sealedNo(room)
        for (let time = 0; time < early; time += 1)
          room.does(AMARA, revise(was, `Sealed canary ${time} of First words.`))
        if (isStruck && whileSealed) {
          room.does(CHAIR, strike(was))
          expect(everything(room)).not.toMatch(/First words|canary/)
          room.runs(dueOf('openings') + 1)
          expect(everything(room)).not.toMatch(/First words|canary/)
          return
        }
        room.runs(dueOf('openings') + 1)
        const no = room.state.record.toArray().findIndex(({ event }) => event.type === 'StatementPosted') + 1
        for (let time = 0; time < late; time += 1) room.does(AMARA, revise(no, `Open canary ${time} of First words.`))
        if (isStruck) room.does(CHAIR, strike(no))
        else room.does(AMARA, { type: 'withdrawStatement', entry: no, reason: null })
        expect(everything(room)).not.toMatch(/First words|canary/)
        expect(JSON.stringify(room.state)).not.toMatch(/First words|canary/)
        if (!isStruck) return
        room.does(CHAIR, { type: 'putWordsBack', entry: String(no), reason: 'Fit after all.' })
        expect(everything(room).match(/First words/g)).toHaveLength(early + late + 2)
      }),
      { numRuns: 40 },
    )
  })

  test('K1 H17 a part of the newest words is struck wherever a version holds it', () => {
    const { room, no } = posted('Ada lied to us, and we know it.')
    room.does(AMARA, revise(no, 'We say it plainly: Ada lied to us, and we know it.'))
    const from = 'We say it plainly: '.length
    room.does(CHAIR, strike(no, [{ part: 0, from, to: from + 'Ada lied'.length }]))
    expect(everything(room)).not.toContain('Ada lied')
    expect(textAt(room, no)).toMatchObject({ revised: { before: [expect.not.stringContaining('Ada lied')] } })
  })

  test('H17 a search finds the newest words under the number of the post', () => {
    const { room, no } = posted()
    room.does(AMARA, revise(no, 'Second words.'))
    expect(room.rows.map(({ event }) => searchableText(event)).filter((words) => words?.includes('words.'))).toEqual([
      'First words.',
      'Second words.',
    ])
    room.does(CLEO, post(floor, 'Another.'))
    expect(room.state.record).toHaveLength(no + 1)
  })
})
