/** A mail server in this process, with planned faults: what it says to a recipient, and what becomes of a mail once it has it whole. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { onTestFinished } from 'vitest'

type Fault = { code: number; words: string }
type Plan = {
  /** By how often this recipient was named before. */
  recipient?: (address: string, before: number) => Fault | null
  /** `cut`: the line ends before the answer. `silent`: no answer comes. */
  whole?: (before: number) => Fault | 'cut' | 'silent' | null
}

const failing = ({ code, words }: Fault): Error => Object.assign(new Error(words), { responseCode: code })

export async function givenSmtp({ recipient, whole }: Plan = {}) {
  const accepted: { to: string; raw: string }[] = []
  const named: string[] = []
  let wholes = 0
  const lines = new Set<Socket>()
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const fault = recipient?.(address, named.filter((one) => one === address).length) ?? null
      named.push(address)
      done(fault && failing(fault))
    },
    onData(stream, session, done) {
      void read(stream).then((raw) => {
        const fate = whole?.(wholes) ?? null
        wholes += 1
        if (fate === null || fate === 'cut') accepted.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw })
        if (fate === 'cut') for (const line of lines) line.destroy()
        else if (fate !== 'silent') done(fate && failing(fate))
      })
    },
  })
  // What a cut line is for the mail server is an error; here it is planned.
  smtp.on('error', () => undefined)
  const inner = await listening(smtp.server)
  const front = createServer((line) => {
    const on = connect(inner, '127.0.0.1')
    for (const [from, to] of [
      [line, on],
      [on, line],
    ] as const) {
      lines.add(from)
      from.on('error', () => undefined).pipe(to)
      from.once('close', () => to.destroy())
    }
  })
  const port = await listening(front)
  onTestFinished(() => {
    for (const line of lines) line.destroy()
    front.close()
    smtp.close()
  })
  return { port, accepted }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}
