// Names made up in the browser, twelve bytes each. Not by `crypto.randomUUID`: browsers do not offer it on a plain-http address, where some
// classes run.
export const randomHex = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
