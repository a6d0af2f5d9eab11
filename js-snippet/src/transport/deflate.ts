// Larger writes make the browser copy the whole input at once, in one task of the page.
const WRITE = 32 * 1024
const WORTHWHILE = 512

/** The bytes in zlib format, or undefined when the browser cannot or it does not pay. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (bytes.length < WORTHWHILE || typeof CompressionStream === 'undefined') return
  try {
    const stream = new CompressionStream('deflate')
    const writing = feed(stream.writable.getWriter(), bytes)
    const [packed] = await Promise.all([new Response(stream.readable).arrayBuffer(), writing])
    return packed.byteLength < bytes.length ? new Uint8Array(packed) : undefined
  } catch {
    return
  }
}

async function feed(writer: WritableStreamDefaultWriter, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += WRITE) {
    if (at) await new Promise((resolve) => setTimeout(resolve))
    await writer.write(bytes.subarray(at, at + WRITE))
  }
  await writer.close()
}
