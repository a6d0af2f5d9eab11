import type { Stop } from './page.ts'

type Part = 'value' | 'get' | 'set'

/**
 * Stands around a built-in method of the page, or a getter or setter of one (`part`). `around` gets the arguments and must
 * answer what `call` answers. A Proxy keeps name, length, `this`, `new` and every error; once stopped it only passes through,
 * and it is taken back unless somebody else has wrapped it in the meantime.
 */
export function wrapCall(
  owner: object | undefined,
  name: string,
  around: (args: any[], call: () => unknown, self: unknown) => unknown,
  part: Part = 'value',
): Stop {
  const partNow = () => Object.getOwnPropertyDescriptor(owner, name)
  const before = owner && partNow()
  const native: unknown = before?.[part]
  if (!before || typeof native !== 'function' || !before.configurable) return () => {}
  let stopped = false
  const wrapped = new Proxy(native, {
    apply(method, self, args) {
      const call = () => Reflect.apply(method as () => unknown, self, args)
      return stopped ? call() : around(args, call, self)
    },
  })
  Object.defineProperty(owner, name, { ...before, [part]: wrapped })
  return () => {
    stopped = true
    if (partNow()?.[part] === wrapped) Object.defineProperty(owner, name, before)
  }
}

/** Calls `after` when the page has called such a built-in. */
export function wrapMethod(
  owner: object | undefined,
  name: string,
  after: (self: any, args: any[], result: any) => void,
  part?: Part,
): Stop {
  return wrapCall(
    owner,
    name,
    (args, call, self) => {
      const result = call()
      try {
        after(self, args, result)
      } catch {
        // The page called a built-in, and that worked: our trouble is not its trouble.
      }
      return result
    },
    part,
  )
}
