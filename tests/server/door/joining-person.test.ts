/** As whom somebody joins on a device that another person may have used before. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joiningPerson } from '#server/web/joining-person'

const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh東京') })
const guest = (called: string) => ({ kind: 'guest' as const, name: called })
const account = (called: string) => ({ kind: 'account' as const, name: called })

test('whoever did not say that they are the person before never is', () => {
  fc.assert(
    fc.property(name, name, (signedIn, typed) => {
      for (const person of [guest(signedIn), account(signedIn)])
        expect(joiningPerson(person, { as: 'other', name: typed })).toBeNull()
      expect(joiningPerson(null, { as: 'self', name: typed })).toBeNull()
    }),
  )
})

test('whoever types another name than the guest’s is somebody else, whatever the page said', () => {
  fc.assert(
    fc.property(name, name, (signedIn, typed) => {
      fc.pre(signedIn !== typed)
      expect(joiningPerson(guest(signedIn), { as: 'self', name: typed })).toBeNull()
    }),
  )
  expect(joiningPerson(guest('Alice Pupil'), { as: 'self', name: 'Bob Other' })).toBeNull()
})

test('whoever says so is the same guest, however the name is spaced and capitalised', () => {
  for (const typed of ['Alice Pupil', ' alice  PUPIL ', 'Ａlice Pupil'])
    expect(joiningPerson(guest('Alice Pupil'), { as: 'self', name: typed })).toEqual(guest('Alice Pupil'))
})

test('an account goes on under the name that a class knows', () => {
  expect(joiningPerson(account('Mei C.'), { as: 'self', name: 'Mei Castellano' })).toEqual(account('Mei C.'))
})
