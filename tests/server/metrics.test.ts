/** Whoever reads /metrics reads of every statement so far, though metrics are handed what they count many at a time. */
import { expect, test } from 'vitest'
import { Gathered } from '#server/ops/gathered'
import { ackSeconds, commands, registry } from '#server/ops/metrics'

const read = async (line: string): Promise<number> =>
  Number(
    (await registry.metrics())
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length) ?? 0,
  )

test.each([1, 3, 999, 1_000, 2_501])('%i answered commands are counted at the next reading', async (count) => {
  const line = 'track_two_commands_total{command="counted-here",source="page",outcome="ok"}'
  const [counted, timed] = [await read(line), await read('track_two_ack_seconds_count')]
  for (let one = 0; one < count; one += 1) {
    commands.add({ command: 'counted-here', source: 'page', outcome: 'ok' })
    ackSeconds.add(0.004)
  }
  expect(await read(line)).toBe(counted + count)
  expect(await read('track_two_ack_seconds_count')).toBe(timed + count)
})

test('where nobody reads, no more than a thousand are kept', () => {
  let counted = 0
  const gathered = new Gathered(() => {
    counted += 1
  })
  for (let one = 1; one <= 10_000; one += 1) {
    gathered.add(one)
    expect(one - counted).toBeLessThan(1_000)
  }
  gathered.handOver()
  expect(counted).toBe(10_000)
})
