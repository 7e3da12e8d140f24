// A draft's key names what it is a draft of; other keys in a device's storage are ignored.
import { expect, test } from 'vitest'
import {
  draftOf,
  positionDraftKey,
  postKey,
  reasonDraftKey,
  reflectionDraftKey,
  talkDraftKey,
} from '#simulation/wire/draft-key'

test('every key that is made is read as what it was made for', () => {
  expect(draftOf(postKey(3, 'framing'))).toEqual({ kind: 'post', phase: 3, round: 'framing' })
  expect(draftOf(positionDraftKey('regional-order', 'closing'))).toEqual({
    kind: 'position',
    round: 'regional-order',
    stage: 'closing',
  })
  expect(draftOf(reflectionDraftKey(2))).toEqual({ kind: 'reflection', prompt: 2 })
  expect(draftOf(talkDraftKey('us-jp'))).toEqual({ kind: 'talk' })
  expect(draftOf(reasonDraftKey('guardrails'))).toEqual({ kind: 'reason' })
})

test('what a device keeps besides is no draft', () => {
  for (const key of ['read', 'help', 'known/post/3/framing', '']) expect(draftOf(key)).toBeNull()
})
