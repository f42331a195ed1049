/** What takers of a text need in order to take it away again. `at`: ISO 8601, UTC. */
export interface Cancellation {
  uri: string
  language: string
  at: string
}

/** A ninjs 3.1 item that cancels another with the same `uri`, and says nothing of what it said. */
export function cancelledNinjs({ uri, language, at }: Cancellation): object {
  return { uri, pubStatus: 'canceled', language, versionCreated: at }
}
