// Which clock the times of a record are told by: it is said at its head, wherever a record is read.
import { expect, test } from 'vitest'
import { chinaGap } from '../support/china-gap'
import { otherScreens, playedOf, words } from './drawn-screens'

test('a record says that its times are the course’s, and in which zone', () => {
  const { transcript, debrief } = otherScreens(playedOf(chinaGap()))
  for (const screen of [transcript, debrief]) expect(words(screen)).toContain('Times in UTC, the course’s time zone')
})
