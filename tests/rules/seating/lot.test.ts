// Lots depend on the seed and the labels alone, and public draws do not reveal the seed.
import { describe, expect, test } from 'vitest'
import { keyedHash, lot } from '#simulation/kernel/seeded-random'

describe('lots', () => {
  test('the keyed hash is HalfSipHash-2-4, as it was published', () => {
    // A published test vector: the key is the bytes 0 to 7, the message the bytes from 0 on; two bytes make one UTF-16 unit here.
    const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, index) => index)).toString('utf16le')
    const drawn = [0, 2, 4, 8, 10].map((length) => keyedHash([0x03020100, 0x07060504], bytes(length)))
    expect(drawn).toEqual([0x5b9f35a9, 0x03a662fa, 0x89466e2a, 0x8f84b8d0, 0x3479b094])
  })

  test('a seed of 32 bits draws as it always has', () => {
    expect([lot(7, 'value', 'us'), lot(54), lot(2 ** 31, 'seat', 'p1')]).toEqual([
      0.0073903994634747505, 0.8749896381050348, 0.9281885304953903,
    ])
  })

  test('each bit of a wide seed changes what is drawn, and draws are spread evenly', () => {
    const seed = 2 ** 52 + 12_345
    for (let bit = 0; bit < 52; bit += 1) expect(lot(seed + 2 ** bit, 'value', 1)).not.toBe(lot(seed, 'value', 1))
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 10_000; draw += 1) tenths[Math.floor(lot(seed, 'draw', draw) * 10)]! += 1
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
