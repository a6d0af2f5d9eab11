// How each agent is started in a page. `collector` is another origin, as it would be for a visitor.
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

const DIST = new URL('../../js-snippet/dist/', import.meta.url)
const dist = (file) => readFileSync(new URL(file, DIST), 'utf8')

// rrweb brings no transport: batches every 5 s, packed by the browser, and plain ones as the page ends.
const RRWEB = `import { record } from '@rrweb/record'
let queue = []
const url = window.collector + '/data'
async function send() {
  if (!queue.length) return
  const text = JSON.stringify(queue); queue = []
  const packed = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
  await fetch(url, { method: 'POST', body: packed }).catch(() => {})
}
setInterval(send, 5000)
addEventListener('pagehide', () => queue.length && navigator.sendBeacon(url, JSON.stringify(queue)))
record({ emit: (event) => queue.push(event) })
window.flushAgent = send`

const CLARITY = `import { clarity } from 'clarity-js'
clarity.start({ projectId: 'bench', upload: window.collector + '/data', content: true, track: true, mask: [], unmask: ['body'] })
window.flushAgent = () => {}`

export const AGENTS = {
  sojourn: {
    // Where the settings stand, they name the parts by the collector's address.
    script: (settings = {}) =>
      `window.sojournBench={key:'bench',endpoint:window.collector,version:'0.1.0',consent:'not-required',record:true,` +
      `recorder:window.collector+'/recorder.js',more:window.collector+'/more.js',...${JSON.stringify(settings)}};` +
      dist('core.js').replace('"__SOJOURN_SETTINGS__"', () => 'window.sojournBench') +
      `;window.flushAgent=()=>window.sojourn('flush')`,
    files: { '/recorder.js': dist('recorder.js'), '/more.js': dist('more.js') },
    read: payloadOf,
  },
  rrweb: { bundle: RRWEB, files: {}, read: (body) => body },
  clarity: { bundle: CLARITY, files: {}, read: (body) => body },
}

const [LANE, SEQUENCE, PAYLOAD] = [6, 7, 15]
const PLAYBACK = 2

/** The events of a batch. */
function payloadOf(body) {
  return unpacked(fieldsOf(body).get(PAYLOAD) ?? body)
}

/** All that was recorded, in order. */
export function playbackOf(bodies) {
  const batches = bodies.map(fieldsOf).filter((batch) => batch.get(LANE) === PLAYBACK)
  const bySequence = new Map(batches.map((batch) => [batch.get(SEQUENCE) ?? 0, batch]))
  const inOrder = [...bySequence.keys()].sort((one, other) => one - other)
  return Buffer.concat(inOrder.map((sequence) => unpacked(bySequence.get(sequence).get(PAYLOAD))))
}

function unpacked(payload) {
  try {
    return inflateSync(payload)
  } catch {
    return payload
  }
}

/** The fields of a batch by their numbers: whole numbers, and bytes. */
function fieldsOf(body) {
  const fields = new Map()
  for (let at = 0; at < body.length; ) {
    const [tag, afterTag] = varint(body, at)
    const [value, afterValue] = varint(body, afterTag)
    const isBytes = tag % 8 === 2
    at = afterValue + (isBytes ? value : 0)
    fields.set(Math.floor(tag / 8), isBytes ? body.subarray(afterValue, at) : value)
  }
  return fields
}

function varint(bytes, at) {
  let value = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++]
    value += (byte & 127) * factor
    if (byte < 128) return [value, at]
  }
}
