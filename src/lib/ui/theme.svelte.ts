/** The page's colours, light or dark. `static/boot.js` has already chosen them before the first paint. */
export class Theme {
  #dark = $state(false);

  get dark(): boolean {
    return this.#dark;
  }

  set dark(dark: boolean) {
    this.#dark = dark;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    try {
      localStorage.setItem('gatewalk-theme', dark ? 'dark' : 'light');
    } catch {
      // Storage can be forbidden; the choice then lasts as long as the page.
    }
  }

  /** Takes over what the page was painted in. Call it in the browser only. */
  adopt(): void {
    this.#dark = document.documentElement.dataset.theme === 'dark';
  }
}
