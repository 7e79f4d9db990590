// Page options of the site. They stand in a .js file because the one-file build (svelte.config.js) must not see them:
// its router lives behind the #, where SvelteKit refuses every page option. Put loading into a +page.ts or a deeper
// +layout.ts, and nothing but options here.
export const prerender = true;
export const trailingSlash = 'always';
