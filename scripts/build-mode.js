// Which build this is, read by both svelte.config.js and vite.config.ts. Plain JavaScript, because svelte.config.js is
// loaded by tools that cannot read TypeScript.

/** One HTML file that runs from a USB stick, instead of a site. */
export const singleFile = process.env.GATEWALK_SINGLE_FILE === '1';

/** The folder that receives the result. */
export const outputFolder = process.env.GATEWALK_OUTPUT_FOLDER ?? (singleFile ? 'build-single-file' : 'build');
