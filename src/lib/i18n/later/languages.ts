import { languages as ofPages, type Language } from '../languages.ts';
import type { Messages } from '../en.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const words: Record<Language, typeof en> = { en, zh };
const joined: Partial<Record<Language, Messages & typeof en>> = {};

/** Every language with the words of the page, which has to be in it, and those that come later. */
export const languages = { en: ofLanguage('en'), zh: ofLanguage('zh') };

function ofLanguage(language: Language) {
  const { lang } = ofPages[language];
  return {
    lang,
    get messages() {
      return (joined[language] ??= { ...ofPages[language].messages, ...words[language] });
    },
  };
}
