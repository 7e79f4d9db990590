// For page options of the site alone, as ../+layout.js says. There is no end of unknown addresses.
export const prerender = false;
