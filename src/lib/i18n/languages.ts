import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

/** Every language of the site, with the `lang` that browsers and screen readers want. */
export const languages = { en: { messages: en, lang: 'en' }, zh: { messages: zh, lang: 'zh-Hans' } } satisfies Record<
  string,
  { messages: Messages; lang: string }
>;

export type Language = keyof typeof languages;

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

/** Puts values into a message: `fill('step {step}', { step: 3 })`. A name the message does not have is ignored. */
export const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
