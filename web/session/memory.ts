// What this browser keeps: the reader's answers only after an explicit wish, and how the page shall look.
// Storage may be forbidden, full or hold anything; the page must not notice.
const ANSWERS = 'birth-benefits.answers';
const LOOK = 'birth-benefits.look';

export interface Look {
  large?: boolean;
  contrast?: boolean;
  lang?: string;
}

/** Whether this is a file of the device: all such files share one storage, so any of them could read the answers. */
export const isLocalFile = (): boolean => location.protocol === 'file:';

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export const rememberedAnswers = (): string | null => (isLocalFile() ? null : read(ANSWERS));
export const rememberAnswers = (text: string): boolean => write(ANSWERS, text);
export const forgetAnswers = (): boolean => write(ANSWERS, null);

export function rememberedLook(): Look {
  try {
    const { large, contrast, lang } = JSON.parse(read(LOOK) ?? '{}') as { [name in keyof Look]: unknown };
    return {
      large: large === true,
      contrast: contrast === true,
      ...(typeof lang === 'string' ? { lang } : {}),
    };
  } catch {
    return {};
  }
}

export const rememberLook = (look: Look): boolean => write(LOOK, JSON.stringify(look));
