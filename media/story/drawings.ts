import mermaid from 'mermaid';

/** Drawn so far: the same drawing in the same theme is not drawn again. */
const drawn = new Map<string, string>();
let count = 0;

window.addEventListener('precedent:story', () => void drawAll());
new MutationObserver(() => void drawAll()).observe(document.body, { attributes: true, attributeFilter: ['class'] });
void drawAll();

/**
 * Draws what is to be drawn, in the colours of the theme. A drawing is shown as an image: whatever its text may say, an image runs
 * nothing and loads nothing. What cannot be drawn stays the text that it is.
 */
async function drawAll(): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>('[data-drawing]')];
  if (places.length === 0) return;
  const theme = themeOf(getComputedStyle(document.body));
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', htmlLabels: false, theme: 'base', ...theme });
  for (const place of places) await draw(place, JSON.stringify(theme));
}

async function draw(place: HTMLElement, theme: string): Promise<void> {
  const text = place.closest('figure')?.querySelector('pre')?.textContent ?? '';
  const key = `${theme}\n${text}`;
  try {
    let svg = drawn.get(key);
    if (svg === undefined) {
      svg = sized((await mermaid.render(`drawing-${count++}`, text)).svg);
      drawn.set(key, svg);
    }
    const image = document.createElement('img');
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    image.alt = place.dataset.drawing ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'zoom';
    button.setAttribute('aria-label', place.dataset.drawing ?? '');
    button.append(image);
    place.replaceChildren(button);
    place.closest('figure')?.querySelector('details')?.removeAttribute('open');
  } catch {
    document.getElementById(`ddrawing-${count - 1}`)?.remove();
  }
}

/** The drawing with the size that its view box has: as an image it needs one of its own. */
function sized(svg: string): string {
  const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) return svg;
  return svg.replace(/ width="[^"]*"/, ` width="${width}" height="${height}"`);
}

function themeOf(style: CSSStyleDeclaration) {
  const colour = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const text = colour('--vscode-editor-foreground', '#1f1f1f');
  const back = colour('--vscode-editor-background', '#ffffff');
  const quiet = colour('--vscode-textCodeBlock-background', back);
  return {
    fontFamily: 'sans-serif',
    themeVariables: {
      darkMode:
        document.body.classList.contains('vscode-dark') || document.body.classList.contains('vscode-high-contrast'),
      background: back,
      primaryColor: opaque(quiet, back),
      primaryTextColor: text,
      primaryBorderColor: text,
      lineColor: text,
      textColor: text,
      secondaryColor: back,
      tertiaryColor: back,
      fontFamily: 'sans-serif',
    },
  };
}

/** Mermaid derives colours from those it is given, and takes none that one can see through. */
function opaque(colour: string, back: string): string {
  return /^#[\da-f]{6}$/i.test(colour) ? colour : back;
}
