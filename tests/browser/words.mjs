/** The words of the page, so that no test types one of them twice. */
import { readJson } from '../schema/documents.mjs';

export const LANGUAGES = ['zh-CN', 'en', 'ko'];
export const PAGE = { 'zh-CN': '', en: 'en.html', ko: 'ko.html' };

const catalogues = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, { ...readJson(`assets/i18n/${lang}.json`), ...readJson(`assets/i18n/page/${lang}.json`) }]),
);

const general = (pointer) => pointer.replace(/\/\d+(?=\/|$)/g, '/N');

/** @param {string} lang */
export function wordsOf(lang) {
  const words = catalogues[lang];
  const say = (key) => {
    if (words[key] === undefined) throw new Error(`${lang}: no word for ${key}`);
    return words[key];
  };
  return {
    lang,
    /** Their names. */
    keys: Object.keys(words),
    say,
    /** A sentence with holes, whatever fills them. */
    like: (key) =>
      new RegExp(
        say(key)
          .split(/\{[^}]*\}/)
          .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .filter((part) => part !== '')
          .join('.*'),
      ),
    /** The name of a field; of the date of a birth, expected or past. */
    label: (pointer) => say(pointer === '/delivery/date' ? 'page.date_of.birth.label' : `input.${general(pointer)}.label`),
    /** 2024-03-01 as the page writes it. */
    date: (day) => {
      const [year, month, number] = day.split('-').map(Number);
      return filled(say('form.date'), { year, month: say('form.months').split(' ')[month - 1], day: number });
    },
    answer: (pointer, value) => {
      if (typeof value === 'boolean') return say(value ? 'input.yes' : 'input.no');
      if (Array.isArray(value)) return value.length === 0 ? say('input.none') : String(value.length);
      return typeof value === 'number' ? String(value) : say(`input.${general(pointer)}.option.${value}`);
    },
  };
}

/** A sentence with its holes filled. */
export const filled = (sentence, args) => sentence.replace(/\{(\w+)\}/g, (_, name) => args[name]);
