// Keeps what is worked out from something that never changes, such as a room's state or a list in it, for as long as that is kept.

/** `make`, called once for each key. The key must not change afterwards, and `make` must read nothing else. */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>()
  return (key) => {
    const before = made.get(key)
    if (before) return before.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}
