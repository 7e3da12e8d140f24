/** The signature beside a record's file: anybody checks it with the published key, and no changed byte passes. */
import { createPublicKey, verify } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { environment, settleSecret } from '#server/base/environment'
import { publicKey, signatureOf } from '#server/base/record-signature'

const before = environment().secret
afterAll(() => void settleSecret(before ?? 'a secret for tests, long enough to be one'))

const file = new TextEncoder().encode('{"format": "track-two-transcript", "rows": ["防衛費"]}\n')

test('a file is signed alike by every server of one secret, and the published key tells it from any other file and house', async () => {
  settleSecret('the secret of a house, long enough to be one')
  const [signature, key] = [await signatureOf(file), publicKey()]
  settleSecret('the secret of another house, as long as the first')
  expect(publicKey().kid).not.toBe(key.kid)
  const foreign = await signatureOf(file)
  settleSecret('the secret of a house, long enough to be one')
  expect(publicKey()).toEqual(key)
  expect(await signatureOf(file)).toEqual(signature)

  const { kty, crv, x } = key
  for (const read of [createPublicKey(key.pem), createPublicKey({ key: { kty, crv, x }, format: 'jwk' })]) {
    expect(verify(null, file, read, signature)).toBe(true)
    expect(verify(null, file, read, foreign)).toBe(false)
    for (const place of file.keys())
      expect(verify(null, file.with(place, (file[place] ?? 0) ^ 1), read, signature), `byte ${place}`).toBe(false)
  }
  expect(JSON.stringify(key)).not.toContain('PRIVATE')
})
