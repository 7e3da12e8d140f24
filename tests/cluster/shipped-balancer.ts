/**
 * HAProxy as it is shipped, before the servers of a fleet. Which server a page came to is noted behind it, by a plain balancer before each
 * server.
 */
import { startBalancer } from '../support/machines/balancer'
import { type Balancer, type Journeys, openBalancer } from '../support/machines/tcp-balancer'

export async function openShippedBalancer(ports: readonly number[]): Promise<Balancer> {
  const journeys: Journeys = new Map()
  const noting = await Promise.all(ports.map((port, first) => openBalancer([port], { journeys, first })))
  const shipped = await startBalancer({ ports: noting.map(({ url }) => Number(new URL(url).port)) })
  return {
    url: shipped.url,
    leads: 'by room',
    use() {
      throw new Error('The shipped balancer moves no pages.')
    },
    spread: () => undefined,
    serverOf: (page, at) => journeys.get(page)?.findLast((journey) => journey.at <= at)?.server ?? null,
    async close() {
      await shipped.end()
      await Promise.all(noting.map((balancer) => balancer.close()))
    },
  }
}
