/** As whom somebody comes to a door on a device that another person may have used before. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whoGoesOn } from '#server/web/who-goes-on'

const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh東京') })
const guest = (called: string) => ({ kind: 'guest' as const, name: called })
const account = (called: string) => ({ kind: 'account' as const, name: called })

test('whoever did not say that they are the person before never is', () => {
  fc.assert(
    fc.property(name, name, (signedIn, typed) => {
      for (const person of [guest(signedIn), account(signedIn)])
        expect(whoGoesOn(person, { as: 'other', name: typed })).toBeNull()
      expect(whoGoesOn(null, { as: 'self', name: typed })).toBeNull()
    }),
  )
})

test('whoever types another name than the guest’s is somebody else, whatever the page said', () => {
  fc.assert(
    fc.property(name, name, (signedIn, typed) => {
      fc.pre(signedIn !== typed)
      expect(whoGoesOn(guest(signedIn), { as: 'self', name: typed })).toBeNull()
    }),
  )
  expect(whoGoesOn(guest('Alice Pupil'), { as: 'self', name: 'Bob Other' })).toBeNull()
})

test('whoever says so is the same guest, however the name is spaced and capitalised', () => {
  for (const typed of ['Alice Pupil', ' alice  PUPIL ', 'Ａlice Pupil'])
    expect(whoGoesOn(guest('Alice Pupil'), { as: 'self', name: typed })).toEqual(guest('Alice Pupil'))
})

test('an account goes on under the name that a class knows', () => {
  expect(whoGoesOn(account('Mei C.'), { as: 'self', name: 'Mei Castellano' })).toEqual(account('Mei C.'))
})
