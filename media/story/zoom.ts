import { storyWords } from '../../src/core/wording/storyWords';

/** How far one can go in and out. */
const steps = [1, 1.5, 2, 3, 4, 6];

/**
 * Shows an image as large as the window allows when it is chosen, larger and smaller by `+`, `-` and `0`, by its buttons or by a click on it;
 * arrow keys move what does not fit. Escape ends it.
 */
export function enlargeImages(page: HTMLElement): void {
  const image = document.createElement('img');
  const view = document.createElement('div');
  view.className = 'view';
  view.tabIndex = 0;
  view.append(image);
  const dialog = document.createElement('dialog');
  let size = 0;
  const smaller = button('−', storyWords.smaller, () => resize(size - 1));
  const larger = button('+', storyWords.larger, () => resize(size + 1));
  const buttons = document.createElement('div');
  buttons.className = 'zooming';
  buttons.append(
    smaller,
    larger,
    button(storyWords.close, undefined, () => dialog.close()),
  );
  dialog.append(view, buttons);
  document.body.append(dialog);

  /** The middle of what one sees stays in the middle. */
  function resize(next: number): void {
    const middle = {
      x: (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth,
      y: (view.scrollTop + view.clientHeight / 2) / view.scrollHeight,
    };
    size = Math.min(steps.length - 1, Math.max(0, next));
    const factor = steps[size] ?? 1;
    image.style.cssText = '';
    if (factor > 1) image.style.cssText = `width: ${image.clientWidth * factor}px; max-width: none; max-height: none`;
    view.scrollTo(
      middle.x * view.scrollWidth - view.clientWidth / 2,
      middle.y * view.scrollHeight - view.clientHeight / 2,
    );
    // One that has the focus keeps it.
    smaller.setAttribute('aria-disabled', String(size === 0));
    larger.setAttribute('aria-disabled', String(size === steps.length - 1));
  }

  page.addEventListener('click', ({ target }) => {
    const chosen = target instanceof Element ? target.closest('.zoom')?.querySelector('img') : undefined;
    if (!chosen) return;
    image.src = chosen.src;
    image.alt = chosen.alt;
    dialog.setAttribute('aria-label', chosen.alt);
    view.setAttribute('aria-label', chosen.alt);
    view.setAttribute('role', 'group');
    dialog.showModal();
    resize(0);
    view.focus();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === image) resize(size === steps.length - 1 ? 0 : size + 1);
    else if (target === dialog || target === view) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key === '+' || event.key === '=') resize(size + 1);
    else if (event.key === '-') resize(size - 1);
    else if (event.key === '0') resize(0);
    else if ((event.key === 'Enter' || event.key === ' ') && !isOnButton) dialog.close();
    else return;
    event.preventDefault();
  });
}

/** A button that shows `words`, and is called `name` where these are no words. */
function button(words: string, name: string | undefined, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  if (name !== undefined) {
    made.setAttribute('aria-label', name);
    made.title = name;
  }
  made.addEventListener('click', pressed);
  return made;
}
