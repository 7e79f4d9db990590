/** Tests show any cell in any language, without a page that would have loaded its symbols and words. */
import { loadCells } from '#lib/formula/symbol-html.ts';
import { loadLanguage } from '#lib/i18n/languages.ts';

await Promise.all([loadCells(), loadLanguage('en'), loadLanguage('zh')]);
