import { isLanguage } from '#lib/i18n/languages.ts';

export const match = isLanguage;
