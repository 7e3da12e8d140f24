// A short tone made by the browser, without a file. Browsers let a page sound only after its reader has touched it: `arm` is called on
// such a touch, and a page that was never touched stays silent.

/** Frequencies in hertz, one after another: two for "the floor is yours", one for "you are next". */
const NOTES = { floor: [660, 880], next: [660] } as const
const NOTE_SECONDS = 0.16
const LOUDNESS = 0.12

export type Tone = { arm: () => void; play: (what: keyof typeof NOTES) => void }

export function makeTone(): Tone {
  let context: AudioContext | null = null
  return {
    arm() {
      if (!('AudioContext' in window)) return
      context ??= new AudioContext()
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
    },
    play(what) {
      if (context?.state !== 'running') return
      for (const [place, hertz] of NOTES[what].entries()) {
        const from = context.currentTime + place * NOTE_SECONDS
        const voice = context.createOscillator()
        const volume = context.createGain()
        voice.frequency.value = hertz
        // Rises and falls within the note: a voice that starts at full loudness clicks.
        volume.gain.setValueAtTime(0, from)
        volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02)
        volume.gain.linearRampToValueAtTime(0, from + NOTE_SECONDS)
        voice.connect(volume).connect(context.destination)
        voice.start(from)
        voice.stop(from + NOTE_SECONDS)
      }
    },
  }
}
