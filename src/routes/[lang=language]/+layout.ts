import { loadLanguage, type Language } from '#lib/i18n/languages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ params }) => loadLanguage(params.lang as Language);
