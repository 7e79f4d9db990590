import type { Messages } from './en.ts';

/** Every language of the site, with what a page of another language, or of none, says in it. */
const ofAnyPage = {
  en: {
    /** What browsers and screen readers want. */
    lang: 'en',
    name: 'English',
    missing: {
      title: 'There is no such page.',
      back: 'Back to the start',
      /** Of the site as one file, which is nothing without them. */
      needsScripts: 'This file needs scripts, and they are off.',
    },
  },
  zh: {
    lang: 'zh-Hans',
    name: '中文',
    missing: {
      title: '找不到这个页面。',
      back: '返回首页',
      needsScripts: '这个文件要靠脚本运行，而浏览器未启用脚本。',
    },
  },
};

export type Language = keyof typeof ofAnyPage;

const sources: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  zh: async () => (await import('./zh.ts')).zh,
};
const loaded: Partial<Record<Language, Messages>> = {};

/** To be waited for before a page, or a test, says something: a reader of one language does not pay for the others. */
export async function loadLanguage(language: Language): Promise<void> {
  loaded[language] ??= await sources[language]();
}

function withMessages<Entry>(language: Language, entry: Entry): Entry & { readonly messages: Messages } {
  return {
    ...entry,
    /** @throws where the language was not loaded. */
    get messages() {
      const messages = loaded[language];
      if (!messages) throw new Error(`languages.${language}: its messages are read before loadLanguage('${language}')`);
      return messages;
    },
  };
}

export const languages = { en: withMessages('en', ofAnyPage.en), zh: withMessages('zh', ofAnyPage.zh) };

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

/** Puts values into a message: `fill('step {step}', { step: 3 })`. A name the message does not have is ignored. */
export const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
