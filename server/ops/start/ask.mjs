// Asks the server beside it whether it lives (/healthz) or is ready (/readyz): the health check of a container, whose image has no curl.
const [address = '/healthz'] = process.argv.slice(2)
const { HOST = '', PORT = '3000' } = process.env
const host = ['', '0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST

try {
  const answer = await fetch(`http://${host}:${PORT}${address}`, { signal: AbortSignal.timeout(4_000) })
  console.log((await answer.text()).trim())
  process.exitCode = answer.ok ? 0 : 1
} catch {
  console.log(`no answer at ${host}:${PORT}`)
  process.exitCode = 1
}
