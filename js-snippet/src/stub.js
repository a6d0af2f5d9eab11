// The optional inline stub, to stand before the script's line. Until the agent is there it keeps commands and errors. Where
// nobody has to be asked first (the server leaves out what stands between the marks elsewhere), it also tells of visitors who
// leave before: one batch of a page view and a leave, written as a string of bytes with the tags of sojourn.proto.
;((page, stub, number, field, lot) => {
  if (page.sojourn) return
  stub = page.sojourn = (...args) => stub.q.push(args)
  stub.q = []
  stub.e = []
  page.addEventListener('error', (lot = (event) => stub.e.push(event)))
  page.addEventListener('unhandledrejection', lot)
  'BEGIN LEAVE'
  number = (n) => (n > 127 ? String.fromCharCode(n % 128 | 128) + number(n / 128) : String.fromCharCode(n))
  field = (tag, bytes) => tag + number(bytes.length) + bytes
  page.addEventListener('pagehide', ({ timeStamp }) => {
    lot = (Math.random() + '1234567').slice(2, 18)
    stub == page.sojourn &&
      !navigator.globalPrivacyControl &&
      fetch('__ENDPOINT__/v1/batch', {
        method: 'POST',
        keepalive: true,
        body: Uint8Array.from(
          field('\n', '__SITE_KEY__') + field('\x1a', lot) + field('"', lot.slice(8)) + field('*', lot.slice(8)) + '0\x01H' +
            number(Date.now() - timeStamp) +
            field(
              'z',
              field('\n', field('\x12', field('\n', origin + location.pathname.replace(/[^/]*[\d%@][^/]*/g, '*')) + '\x98\x01\x01')) +
                field('\n', '\b' + number(timeStamp) + '\x1a\x02\b\x05'),
            ),
          (letter) => letter.charCodeAt(),
        ),
      })
  })
  'END LEAVE'
})(window)
