/** Underlines words of a text field: a copy of its text behind it, of which only lines are seen. */

interface Stretch {
  start: number;
  end: number;
}

const SAME = [
  "font", "letterSpacing", "wordSpacing", "textIndent", "tabSize", "textAlign", "textTransform",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  "borderTopWidth", "borderLeftWidth", "direction",
] as const;

export class Underlines {
  private mirror = document.createElement("div");

  constructor(private field: HTMLTextAreaElement) {
    this.mirror.className = "mirror";
    this.mirror.setAttribute("aria-hidden", "true");
    this.mirror.dir = "auto";
    field.classList.add("mirrored");
    field.before(this.mirror);
    field.addEventListener("scroll", () => this.follow());
    new ResizeObserver(() => this.fit()).observe(field);
  }

  /** Underline these stretches of the field's text, which may overlap. */
  draw(stretches: Stretch[]): void {
    const text = this.field.value;
    const edges = new Set([0, text.length]);
    for (const { start, end } of stretches) edges.add(Math.min(start, text.length)).add(Math.min(end, text.length));
    const cuts = [...edges].sort((a, b) => a - b);
    const pieces = cuts.slice(0, -1).map((from, n) => {
      const marked = stretches.some(({ start, end }) => start <= from && from < end);
      const piece = document.createElement(marked ? "u" : "span");
      piece.textContent = text.slice(from, cuts[n + 1]);
      return piece;
    });
    // A last empty line has no height of its own; and a long text is not laid out twice for nothing.
    this.mirror.replaceChildren(...(stretches.length ? [...pieces, "\u200b"] : []));
    this.fit();
  }

  private fit(): void {
    const { field, mirror } = this;
    const style = getComputedStyle(field);
    for (const name of SAME) mirror.style[name] = style[name];
    mirror.style.top = `${field.offsetTop}px`;
    mirror.style.left = `${field.offsetLeft}px`;
    mirror.style.width = `${field.clientWidth + field.clientLeft}px`; // without the scroll bar
    mirror.style.height = `${field.clientHeight + field.clientTop}px`;
    this.follow();
  }

  private follow(): void {
    this.mirror.scrollTop = this.field.scrollTop;
  }
}
