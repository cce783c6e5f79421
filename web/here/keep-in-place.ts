/** Nothing jumps: what was pressed stays under the finger while texts above it open or close. */

function scrollerOf(element: Element): Element | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight && getComputedStyle(parent).overflowY !== 'visible') return parent
  }
  return document.scrollingElement
}

/** Does `change`, which may move what is above, and scrolls by as much as the pressed element moved. */
export function keepInPlace(pressed: Element, change: () => void): void {
  const before = pressed.getBoundingClientRect().top
  change()
  requestAnimationFrame(() => {
    if (!pressed.isConnected) return
    const scroller = scrollerOf(pressed)
    if (scroller) scroller.scrollTop += pressed.getBoundingClientRect().top - before
  })
}
