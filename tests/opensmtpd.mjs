// `npm run opensmtpd`: sends mail of the outbox through Debian's OpenSMTPD, with STARTTLS and AUTH. As root, because that server needs it; it
// listens on this machine alone, on a port of its own. It stands apart from `npm test`, which has a mail server in its process.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// OpenSMTPD has one queue and one control socket on a machine: beside one that is in use, its mail would be taken along.
const ask = (...words) => spawnSync('/usr/sbin/smtpctl', words, { encoding: 'utf8' })
if (ask('show', 'status').status === 0) throw new Error('An OpenSMTPD runs on this machine: stop it first.')
if (ask('show', 'queue').stdout?.trim()) throw new Error('The queue of OpenSMTPD holds mail: `smtpctl show queue`.')

const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'track-two-opensmtpd-'))
// Node trusts what is named when it starts: so the certificate is there before the tests.
const certificate = path.join(folder, 'cert.pem')
const asked = [
  ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
  ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', path.join(folder, 'key.pem'), '-out', certificate],
]
execFileSync('openssl', asked, { stdio: ['ignore', 'ignore', 'pipe'] })
const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/faults/long.config.ts']
const child = spawn(process.execPath, [...words, 'tests/faults/opensmtpd.ts'], {
  ...{ cwd: root, stdio: 'inherit' },
  env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate, OPENSMTPD_FOLDER: folder },
})
child.once('close', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
