/**
 * A visitor's hand and eyes on one page: it moves in curves, misses the middle, scrolls in bursts and types with pauses.
 * All times are ms, divided by `pace`.
 */
export function createHand(page, random, { touch, pace }) {
  let at = { x: random.between(200, 400), y: random.between(150, 300) }

  const pause = (low, high) => page.waitForTimeout(random.between(low, high) / pace)

  async function moveTo(to) {
    const bend = { x: random.wobble() * 60, y: random.wobble() * 60 }
    const steps = Math.max(6, Math.round(Math.hypot(to.x - at.x, to.y - at.y) / 45))
    for (let i = 1; i <= steps; i++) {
      const t = i / steps
      const ease = t * t * (3 - 2 * t)
      const lift = Math.sin(Math.PI * ease)
      await page.mouse.move(at.x + (to.x - at.x) * ease + bend.x * lift, at.y + (to.y - at.y) * ease + bend.y * lift)
      await pause(8, 22)
    }
    at = to
  }

  /** Scrolls by so many CSS px in bursts, down when positive. */
  async function scroll(distance) {
    const direction = Math.sign(distance)
    for (let left = Math.abs(distance); left > 0; ) {
      const step = Math.min(left, random.between(70, 150))
      await page.mouse.wheel(0, direction * step)
      left -= step
      await pause(25, 70)
    }
    await pause(150, 400)
  }

  /** Scrolls until the place is comfortably in view, and says where it is then. */
  async function find(locator) {
    const target = locator.first()
    await target.waitFor({ state: 'visible', timeout: 15_000 })
    const { height } = page.viewportSize()
    for (let tries = 0; tries < 8; tries++) {
      const box = await target.boundingBox()
      const middle = box.y + Math.min(box.height, height * 0.7) / 2
      if (middle > 90 && middle < height - 50) return box
      const before = await page.evaluate(() => scrollY)
      await scroll(middle - height * random.between(0.4, 0.6))
      if (before === (await page.evaluate(() => scrollY))) break
    }
    return target.boundingBox()
  }

  function inside(box) {
    return {
      x: box.x + box.width * (0.5 + 0.28 * random.wobble()),
      y: box.y + box.height * (0.5 + 0.28 * random.wobble()),
    }
  }

  async function pressAt(point) {
    if (touch) return page.touchscreen.tap(point.x, point.y)
    await page.mouse.move(point.x, point.y)
    await page.mouse.down()
    await pause(40, 80)
    await page.mouse.up()
  }

  async function press(locator) {
    const point = inside(await find(locator))
    if (!touch) await moveTo(point)
    await pause(80, 260)
    await pressAt(point)
    await pause(250, 600)
  }

  /** Presses again and again at nearly the same place, as one does when nothing happens. */
  async function hammer(locator, times) {
    const point = inside(await find(locator))
    for (let i = 0; i < times; i++) {
      await pressAt({ x: point.x + random.wobble() * 3, y: point.y + random.wobble() * 3 })
      await pause(40, 90)
    }
  }

  /** Types into a field, now and then with a slip that is taken back. */
  async function type(locator, text) {
    await press(locator)
    for (const letter of text) {
      if (random.chance(0.02)) {
        await page.keyboard.type('e')
        await pause(120, 300)
        await page.keyboard.press('Backspace')
      }
      await page.keyboard.type(letter)
      await pause(35, 120)
    }
    await pause(200, 500)
  }

  /** Reads down the page: a screenful, a pause, the pointer drifting along. */
  async function read(screens) {
    const { width, height } = page.viewportSize()
    for (let i = 0; i < screens; i++) {
      if (!touch) await moveTo({ x: width * random.between(0.25, 0.75), y: height * random.between(0.3, 0.7) })
      await pause(900, 2_200)
      await scroll(height * random.between(0.45, 0.8))
    }
    await pause(500, 1_200)
  }

  return { pause, press, hammer, type, read, scroll }
}
