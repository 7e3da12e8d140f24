/** How many pages one person has open: the ninth ends the oldest, which is told why, and nobody is locked out. */
import { afterEach, expect, test } from 'vitest'
import { givenClass, givenHouse, givenPage, givenStudent } from './given/given-classroom'
import { disconnectPages, type Page, until } from './given/given-page'

const house = givenHouse()
afterEach(disconnectPages)

test('a ninth page of one person ends their oldest and no other, and one that was closed makes room', async () => {
  const of = await givenClass()
  const [mei, jonas] = [await givenStudent(of, 'Mei'), await givenStudent(of, 'Jonas')]
  const other = await givenPage(house.now(), jonas.cookie, of.roomId)
  const pages: Page[] = []
  const open = async () => void pages.push(await givenPage(house.now(), mei.cookie, of.roomId))
  for (let opened = 0; opened < 8; opened += 1) await open()
  expect(pages.flatMap(({ left }) => left)).toEqual([])
  await open()
  await until(() => expect(pages[0]?.left).toEqual(['too-many']))
  expect(pages.slice(1).flatMap(({ left }) => left)).toEqual([])
  pages[5]?.socket.disconnect()
  await open()
  await until(() => expect(pages[1]?.left).toEqual([]))
  expect(other.left).toEqual([])
  expect(pages.filter(({ socket }) => socket.connected)).toHaveLength(8)
})
