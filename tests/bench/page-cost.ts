/** What a page costs its browser, measured from outside over the browser's own protocol. */
import type { Page } from '@playwright/test'

/** Main-thread time of a page, by the browser's own account. */
export class Cost {
  private constructor(
    private readonly read: () => Promise<{ taskMs: number; scriptMs: number; heapMb: number }>,
    private readonly before: { taskMs: number; scriptMs: number },
    private readonly begun: number,
  ) {}

  static async begin(page: Page): Promise<Cost> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const read = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
      return {
        taskMs: of('TaskDuration') * 1000,
        scriptMs: of('ScriptDuration') * 1000,
        heapMb: Math.round(of('JSHeapUsedSize') / 1e6),
      }
    }
    return new Cost(read, await read(), performance.now())
  }

  async end() {
    const { taskMs, scriptMs, heapMb } = await this.read()
    const passedSeconds = (performance.now() - this.begun) / 1000
    const rated = (after: number, before: number) => Math.round((after - before) / passedSeconds)
    return {
      msPerSecond: rated(taskMs, this.before.taskMs),
      scriptMsPerSecond: rated(scriptMs, this.before.scriptMs),
      ...{ heapMb, seconds: Math.round(passedSeconds) },
    }
  }
}
