/** Writes recordings as docs/playback.md says, only as large as the tests need: one snapshot, nothing numbered in the dictionary. */
export type Tree = string | { tag: string; attributes: Record<string, string>; children: Tree[] }

export const element = (tag: string, attributes: Record<string, string> = {}, ...children: Tree[]): Tree => ({ tag, attributes, children })

const RESET = 1
const INSERT = 2
const HTML = 1
const TEXT = 4
const DOCTYPE = 6
const DOCUMENT = 7
const END = 0
const NEXT_TEXT = 1

/** An EventList: the snapshot at 0 ms, then the size of the window it was seen in. */
export function recordingOf(html: Tree, base: string, width: number, height: number): Uint8Array {
  const code = [RESET, INSERT, 0, 0, DOCUMENT, NEXT_TEXT, DOCTYPE, NEXT_TEXT, 0, 0]
  const text = [base, 'html']
  describe(html, code, text)
  code.push(END)

  const operations = [...field(1, code.flatMap(varint)), ...text.flatMap((entry) => field(2, [...new TextEncoder().encode(entry)]))]
  const viewport = [...number(1, width), ...number(2, height)]
  return Uint8Array.from([...field(1, [...number(1, 0), ...field(32, operations)]), ...field(1, [...number(1, 0), ...field(35, viewport)])])
}

function describe(tree: Tree, code: number[], text: string[]): void {
  if (typeof tree === 'string') {
    code.push(TEXT, NEXT_TEXT)
    text.push(tree)
    return
  }
  const attributes = Object.entries(tree.attributes)
  code.push(HTML, NEXT_TEXT, attributes.length)
  text.push(tree.tag)
  for (const [name, value] of attributes) {
    code.push(NEXT_TEXT, NEXT_TEXT)
    text.push(name, value)
  }
  for (const child of tree.children) describe(child, code, text)
  code.push(END)
}

const number = (tag: number, value: number): number[] => [...varint(tag * 8), ...varint(value)]
const field = (tag: number, bytes: number[]): number[] => [...varint(tag * 8 + 2), ...varint(bytes.length), ...bytes]

function varint(value: number): number[] {
  const bytes = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return [...bytes, value]
}
