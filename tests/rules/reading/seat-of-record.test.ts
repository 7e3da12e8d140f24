// Which seat counts as the one a person held (S1, S6, S8).
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { seatsOfRecord } from '#simulation/reading/log/seat-of-record'
import { AMARA, BEN, CHAIR } from '../../support/cast'
import { given } from '../../support/given'

const AT = (name: string) => personId.parse(name)

test('the last seat somebody sat down in stays their seat of record when they leave it, are removed, or somebody else takes it', () => {
  const room = given()
  room.does(BEN, { type: 'leaveSeat' })
  room.does(CHAIR, { type: 'removePerson', person: 'daiki' })
  room.does('p:ivo', { type: 'takeSeat', seat: 'jp.pm' })
  const seats = seatsOfRecord(room.state)
  expect(seats.get(AT('ben'))).toEqual({ id: 'us.treasury', title: expect.any(String), delegation: 'us' })
  expect(seats.get(AT('daiki'))).toMatchObject({ id: 'jp.pm', delegation: 'jp' })
  expect(seats.get(AT('ivo'))).toMatchObject({ id: 'jp.pm', delegation: 'jp' })
  expect(seats.get(AT('hana'))).toMatchObject({ id: 'observer.1', delegation: null })
  expect(seats.get(AT('nobody'))).toBeUndefined()
})

test('whoever is moved has the seat they were moved to, and everybody who reads the log is told the same', () => {
  const room = given()
  room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'cn.foreign' })
  room.enters('caucus').does(AMARA, { type: 'speakInCaucus', text: 'Which side am I on?' }, 1)
  const seats = seatsOfRecord(room.state)
  expect(seats.get(AT('amara'))).toMatchObject({ id: 'cn.foreign', delegation: 'cn' })
  for (const name of ['ben', 'hana', 'ivo'])
    expect([...seatsOfRecord(room.as(room.viewerOf(name), false))]).toEqual([...seats])
})
