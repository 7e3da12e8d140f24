// A student's room scrolls by one helper: `scrollIntoView` also moves a frame that only cuts off, and takes the head and the dock of a phone
// off the screen. The chair's desk has no such frame.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const APP = path.resolve(import.meta.dirname, '../../app')

test('no page of a student moves the frame that cuts it off', () => {
  const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  expect(sources.length).toBeGreaterThan(300)
  const moving = sources.filter((name) => readFileSync(path.join(APP, name), 'utf8').includes('.scrollIntoView('))
  expect(moving.filter((name) => !name.includes('/desk/'))).toEqual([])
})
