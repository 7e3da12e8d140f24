// What of somebody's work is offered as evidence of a mark.
import { describe, expect, test } from 'vitest'
import { tensionKey } from '#simulation/kernel/ids'
import { paragraphs } from '#simulation/reading/log/transcript'
import { evidenceFor } from '#simulation/reading/marks/evidence'
import { CHAIR, FEN, GUO, statement } from '../../support/cast'
import type { Room } from '../../support/given'
import { BRIEF, OWN, speaking } from '../../support/stories/beijing-speaks'
import { CN } from '../../support/stories/sides'

const framing = tensionKey.parse('framing')

describe('evidence', () => {
  const offeredTo = (room: Room, subject: Parameters<typeof evidenceFor>[1], outOfRole = false) =>
    evidenceFor(room.state, subject, paragraphs(room.state), outOfRole).map(({ entry, own }) => ({
      no: entry.no,
      kind: entry.kind,
      own,
    }))
  const beijing = { kind: 'position', delegation: CN, round: framing } as const

  test('evidence of a position holds the position; an unchanged brief is offered and not ticked', () => {
    const own = speaking(OWN)
    expect(offeredTo(own, beijing)).toMatchObject([{ kind: 'reveal', own: true }])
    const brief = speaking(BRIEF).does(FEN, statement(BRIEF), 12).does(FEN, statement('And this is ours.'), 13)
    expect(offeredTo(brief, beijing)).toMatchObject([
      { kind: 'reveal', own: false },
      { kind: 'statement', own: false },
      { kind: 'statement', own: true },
    ])
  })

  test('what was said in private is never offered, to whomever it belongs', () => {
    const room = speaking()
      .does(GUO, { type: 'speakInCaucus', text: 'Between us.' }, 11)
      .does(FEN, { type: 'callForHelp', text: 'How long?' }, 11)
      .does(CHAIR, { type: 'nudge', to: 'cn.foreign', text: 'Short.' }, 12)
      .does(FEN, statement('Said aloud.'), 13)
    const kinds = new Set(paragraphs(room.state).map(({ kind }) => kind))
    for (const kind of ['caucus', 'help', 'note'] as const) expect(kinds).toContain(kind)
    const offered = [
      ...offeredTo(room, beijing),
      ...['fen', 'guo'].flatMap((participantId) => offeredTo(room, { kind: 'student', participantId })),
    ]
    expect(new Set(offered.map(({ kind }) => kind))).toEqual(new Set(['reveal', 'statement']))
  })
})
