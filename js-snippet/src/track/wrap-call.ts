import type { Stop } from '../page/page.ts'

/**
 * Stands around a built-in of the page. `around` gets the arguments and must answer what `call` answers. A Proxy keeps name,
 * length, `this` and every error; once stopped it only passes through, and it is taken back unless somebody else has wrapped
 * it in the meantime.
 */
export function wrapCall(
  owner: object,
  name: string,
  around: (args: any[], call: () => unknown, self: unknown) => unknown,
): Stop {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  const native: unknown = before?.value
  if (!before || typeof native !== 'function' || !before.configurable) return () => {}
  let stopped = false
  const value = new Proxy(native, {
    apply(method, self, args) {
      const call = () => Reflect.apply(method as () => unknown, self, args)
      return stopped ? call() : around(args, call, self)
    },
  })
  Object.defineProperty(owner, name, { ...before, value })
  return () => {
    stopped = true
    if (Object.getOwnPropertyDescriptor(owner, name)?.value === value) Object.defineProperty(owner, name, before)
  }
}
