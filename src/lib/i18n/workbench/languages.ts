import { languages as ofPages, type Language } from '../languages.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every language with the words of the pages and those of the workbench. */
export const languages = {
  en: { ...ofPages.en, messages: { ...ofPages.en.messages, ...en } },
  zh: { ...ofPages.zh, messages: { ...ofPages.zh.messages, ...zh } },
} satisfies Record<Language, unknown>;
