/** A page's TCP connection to the server, which a test can cut and restore. */
import type { AddressInfo } from 'node:net'
import { connect, createServer as createTcpServer, type Socket as NetSocket } from 'node:net'

/** Passes a TCP connection on to the server until the test cuts it. */
export class Cable {
  #up = true
  readonly #ends = new Set<NetSocket>()
  readonly #server
  constructor(house: string) {
    this.#server = createTcpServer((near) => {
      if (!this.#up) {
        near.destroy()
        return
      }
      const far = connect(Number(new URL(house).port), '127.0.0.1')
      for (const [end, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#ends.add(end)
        end.pipe(other)
        end.on('error', () => other.destroy())
        end.on('close', () => {
          this.#ends.delete(end)
          other.destroy()
        })
      }
    })
  }
  async lay(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    return this
  }
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
  cut(): void {
    this.#up = false
    for (const end of this.#ends) end.destroy()
  }
  mend(): void {
    this.#up = true
  }
  async remove(): Promise<void> {
    this.cut()
    await new Promise((done) => this.#server.close(done))
  }
}
