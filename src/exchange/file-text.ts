/** What a file that somebody sends says, whatever it was written with. */

/** Why a file can't be read, in a sentence. */
export class UnreadableFile extends Error {}

const named = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]{1,40})["']/

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const [, declared] = named.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200))) ?? []
  return declared ?? 'utf-8'
}

/** The text of a file without its byte order mark. Throws `UnreadableFile` where its bytes are no letters. */
export function textOfFile(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile(
      `The file isn’t text in ${encoding}. Save it anew in UTF-8, then send it again.`,
    )
  }
}
