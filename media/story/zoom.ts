/** How far one can go in and out. */
const steps = [1, 1.5, 2, 3, 4, 6];

/** Shows an image as large as the window allows when it is chosen, and larger by `+` and `-`; Escape ends it. */
export function enlargeImages(page: HTMLElement): void {
  const dialog = document.createElement('dialog');
  const image = document.createElement('img');
  dialog.append(image);
  document.body.append(dialog);
  let size = 0;
  const resize = (next: number) => {
    size = Math.min(steps.length - 1, Math.max(0, next));
    const factor = steps[size] ?? 1;
    image.style.cssText = '';
    if (factor > 1) {
      const width = image.clientWidth * factor;
      image.style.cssText = `width: ${width}px; max-width: none; max-height: none`;
    }
  };
  page.addEventListener('click', ({ target }) => {
    const chosen = target instanceof Element ? target.closest('.zoom')?.querySelector('img') : undefined;
    if (!chosen) return;
    image.src = chosen.src;
    image.alt = chosen.alt;
    dialog.setAttribute('aria-label', chosen.alt);
    resize(0);
    dialog.showModal();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === image) resize(size === steps.length - 1 ? 0 : size + 1);
    else dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') resize(size + 1);
    else if (event.key === '-') resize(size - 1);
    else if (event.key === '0') resize(0);
    else if (event.key === 'Enter' || event.key === ' ') dialog.close();
    else return;
    event.preventDefault();
  });
}
