// What a page keeps in its outbox: words that somebody wrote outlive a reload on their way to the room.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { isKept } from '#simulation/shapes/room-command'
import { ofAll } from '#simulation/shapes/topics'

/** Not kept, though words may go with them. */
const OF_THE_MOMENT = [
  'reviseStatement', // the words stand in the draft of its field until the post has them
  'moveMotion', // it is of the debate as it stands: minutes later it would be another motion
  'rulePoint', // the same
]

/** Whether a person writes in it: such a text alone is trimmed. */
function holdsWords(command: z.core.$ZodType): boolean {
  let holds = false
  z.toJSONSchema(command, {
    unrepresentable: 'any',
    override: ({ zodSchema }) => {
      holds ||= (zodSchema._zod.def.checks ?? []).some((check) => check._zod.def.check === 'overwrite')
    },
  })
  return holds
}

test('each command in which a person writes is kept, but for those of the moment', () => {
  const written = ofAll('commands').filter(holdsWords)
  const lost = written.flatMap(({ shape }) => [...shape.type._zod.values].filter((type) => !isKept({ type })))
  expect(written.length).toBeGreaterThan(30)
  expect(lost.toSorted()).toEqual(OF_THE_MOMENT.toSorted())
})
