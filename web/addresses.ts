// Where the calculator's own page lies in each language, among the files of the deployment.
export const PAGE_OF = { 'zh-CN': 'index.html', en: 'en.html', ko: 'ko.html' } as const;

/** The languages there are. */
export type Language = keyof typeof PAGE_OF;
