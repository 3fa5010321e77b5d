import { expect, type Locator, type Page } from '@playwright/test'

const mostTabs = 250

/** How somebody uses a page: with a mouse and no JavaScript, or with nothing but the keyboard. */
export type Hands = {
  press: (what: Locator) => Promise<void>
  write: (where: Locator, text: string) => Promise<void>
  choose: (where: Locator, label: string) => Promise<void>
  tick: (what: Locator) => Promise<void>
}

export const pointer = (): Hands => ({
  press: (what) => what.click(),
  write: (where, text) => where.fill(text),
  choose: async (where, label) => void (await where.selectOption({ label })),
  tick: (what) => what.check(),
})

/** Only keys: whatever is not reached by Tab, or shows no focus there, fails the journey. */
export function keyboard(page: Page): Hands {
  const isHere = (what: Locator) =>
    what.evaluate((element) => element === document.activeElement).catch(() => false)

  async function reach(what: Locator) {
    await what.waitFor()
    for (let i = 0; i < mostTabs && !(await isHere(what)); i++) await page.keyboard.press('Tab')
    expect(await isHere(what), `Tab reaches ${String(what)}`).toBe(true)
    const seen = await what.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const shows = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      return { shows, inView: box.bottom > 0 && box.top < innerHeight }
    })
    expect(seen, `focus shows on ${String(what)}`).toEqual({ shows: true, inView: true })
  }

  /** A group of radio buttons is one stop for Tab; the arrows choose within it. */
  async function pick(radio: Locator) {
    const group = page.locator(`input[type=radio][name="${await radio.getAttribute('name')}"]`)
    const checked = group.and(page.locator(':checked'))
    await reach((await checked.count()) ? checked : group.first())
    await page.keyboard.press('Space')
    const most = await group.count()
    for (let i = 0; i < most && !(await radio.isChecked()); i++)
      await page.keyboard.press('ArrowDown')
    expect(await radio.isChecked()).toBe(true)
  }

  return {
    press: async (what) => {
      await reach(what)
      await page.keyboard.press('Enter')
    },
    write: async (where, text) => {
      await reach(where)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    choose: async (where, label) => {
      await reach(where)
      await page.keyboard.type(label)
    },
    tick: async (what) => {
      if ((await what.getAttribute('type')) === 'radio') return pick(what)
      await reach(what)
      if (!(await what.isChecked())) await page.keyboard.press('Space')
    },
  }
}
