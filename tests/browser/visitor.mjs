/**
 * Somebody who uses the page in a real browser: what the journeys need of Chromium and Firefox (Playwright) and of
 * WebKitGTK (WebDriver), which finds things by role and name as a reader does.
 */
import { spawn } from 'node:child_process';
import { chromium, firefox } from 'playwright-core';
import { Builder, Key } from 'selenium-webdriver';
import { freePort } from './server.mjs';

const WAIT = 30_000;

const launchChromium = (executablePath, options) => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], timeout: 30_000, ...options });

const launch = {
  chromium: (options) => launchChromium(process.env.CHROMIUM ?? '/usr/bin/chromium', options),
  // The same engine without a browser's window: hundreds of tests take half the time.
  'headless-shell': (options) => launchChromium(process.env.HEADLESS_SHELL ?? '/usr/bin/chromium-headless-shell', options),
  firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', timeout: 60_000 }),
};

const isReady = () => {
  const element = document.querySelector('birth-benefits-app');
  // The reader can take something along only once everything that follows the first answer has arrived.
  return !!element?.situation && !!element.querySelector('input[type=checkbox]');
};

/** Runs in the page: what is out of sight is laid out too, so that its text and its size can be asked for. */
export function layOutAll() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Until the page has drawn what its answers call for. */
export const drawn = () => document.querySelector('birth-benefits-app').updateComplete;

/** Until everything has been loaded and drawn: Firefox reports what is still loading when the page is left. */
const arrived = async () => {
  const app = document.querySelector('birth-benefits-app');
  await app.loading;
  await app.updateComplete;
};

/** A script after which the page remembers that look. */
export const remember = (look) =>
  `if (location.protocol !== 'about:') localStorage.setItem('birth-benefits.look', '${JSON.stringify(look)}');`;

/** Tells an answer where it is no matter by which field. */
export const tell = (visitor, pointer, value) =>
  visitor.evaluate(([at, told]) => document.querySelector('birth-benefits-app').reader.tell(at, told), [pointer, value]);

/** The card of a benefit, in the words of the page. */
export const card = ({ page }, words, id) => page.locator('#results details', { hasText: words.say(`benefit.${id}.title`) }).first();

/** Playwright's page with the few gestures of a reader, and what went wrong meanwhile. */
export class Visitor {
  constructor(page, close) {
    this.page = page;
    this.close = close;
    this.problems = [];
    page.setDefaultTimeout(WAIT);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.problems.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`uncaught: ${error.message}`));
  }

  async faults() {
    return this.problems;
  }

  async open(url) {
    // An address that differs in its fragment alone would not load the page anew.
    await this.page.goto('about:blank');
    await this.page.goto(url);
    await this.until(isReady);
    await this.evaluate(arrived);
  }

  async reload() {
    await this.page.reload();
    await this.until(isReady);
    await this.evaluate(arrived);
  }

  evaluate(script, argument) {
    return this.page.evaluate(script, argument);
  }

  async until(condition, argument) {
    await this.page.waitForFunction(condition, argument, { timeout: WAIT });
  }

  async click(role, name) {
    await this.page.getByRole(role, { name, exact: true }).first().click();
  }

  async choose(question, answer) {
    await this.page.getByRole('group', { name: question, exact: true }).first().getByRole('button', { name: answer, exact: true }).click();
  }

  async unfold(name) {
    await this.page.locator('summary', { hasText: name }).first().click();
  }

  /** Into whatever has the focus. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(label, text) {
    await this.page.getByRole('textbox', { name: label, exact: true }).first().fill(text);
  }
}

/** Runs in the page: the element a reader would mean. */
function meant(role, name, within) {
  const SELECTOR = {
    button: 'button, [role=button]',
    link: 'a[href]',
    checkbox: 'input[type=checkbox]',
    textbox: 'input[type=text]',
    group: '[role=group], fieldset',
    summary: 'summary',
  };
  const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const named = (element) =>
    plain(
      element.getAttribute('aria-label') ??
        (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
    ) ||
    plain(element.labels?.[0]?.textContent) ||
    plain(element.textContent);
  return [...(within ?? document).querySelectorAll(SELECTOR[role])].find(
    (element) => element.getClientRects().length > 0 && (role === 'summary' ? named(element).includes(name) : named(element) === name),
  );
}

/** The same through WebDriver, which hears nothing of the console: the page must carry recorder.js. */
class WebKitVisitor {
  noted = [];

  constructor(driver, close) {
    this.driver = driver;
    this.close = close;
  }

  async faults() {
    this.noted.push(...((await this.driver.executeScript('return window.recorded?.splice(0)')) ?? []));
    return this.noted;
  }

  async open(url) {
    await this.faults();
    // An address that differs in its fragment alone would not load the page anew.
    await this.driver.get('about:blank');
    await this.driver.get(url);
    await this.until(isReady);
    await this.evaluate(arrived);
  }

  async reload() {
    await this.faults();
    await this.driver.navigate().refresh();
    await this.until(isReady);
    await this.evaluate(arrived);
  }

  evaluate(script, argument) {
    return this.driver
      .executeAsyncScript(
        `const done = arguments[1];
         Promise.resolve((${script})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        argument ?? null,
      )
      .then(({ value, error }) => {
        if (error) throw new Error(error);
        return value;
      });
  }

  async until(condition, argument) {
    await this.driver.wait(() => this.driver.executeScript(`return (${condition})(arguments[0])`, argument ?? null), WAIT, String(condition));
  }

  async find(role, name, within) {
    const script = `return (${meant})(arguments[0], arguments[1], arguments[2])`;
    return this.driver.wait(() => this.driver.executeScript(script, role, name, within ?? null), WAIT, `no ${role} “${name}”`);
  }

  async clickOn(element) {
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center", behavior: "instant" })', element);
    await element.click();
  }

  async click(role, name) {
    await this.clickOn(await this.find(role, name));
  }

  async choose(question, answer) {
    await this.clickOn(await this.find('button', answer, await this.find('group', question)));
  }

  async unfold(name) {
    await this.clickOn(await this.find('summary', name));
  }

  async press(...keys) {
    for (const key of keys) {
      // This driver keeps Control held down.
      if (key === 'Control+a') await this.driver.executeScript('document.activeElement.select()');
      else await this.driver.switchTo().activeElement().sendKeys(Key[{ Backspace: 'BACK_SPACE' }[key] ?? key.toUpperCase()] ?? key);
    }
  }

  async type(label, text) {
    const field = await this.find('textbox', label);
    await this.clickOn(field);
    await this.driver.executeScript('arguments[0].select()', field);
    await field.sendKeys(text);
  }
}

/**
 * WebKitWebDriver under a display of its own; ends with everything it started. A display without -noreset starts anew when
 * its last client leaves: the next visitor's browser then finds none now and then, and the driver waits for it for ever.
 */
async function launchWebKit() {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24 -noreset', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LANG: 'C.UTF-8', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const end = () => {
    try {
      process.kill(-driver.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', end);
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      break;
    } catch (error) {
      if (tries > 100) {
        end();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return { port, end };
}

/**
 * A browser that lets visitors in, each with a memory of their own.
 * @param {'chromium' | 'headless-shell' | 'firefox' | 'webkit'} engine
 * @param {import('playwright-core').LaunchOptions} [options] of Chromium's start
 */
export async function open(engine, options) {
  if (engine !== 'webkit') {
    const browser = await launch[engine](options);
    return {
      engine,
      browser,
      async visitor(options = {}) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
        const visitor = new Visitor(await context.newPage(), () => context.close());
        return visitor;
      },
      close: () => browser.close(),
    };
  }
  const { port, end } = await launchWebKit();
  return {
    engine,
    async visitor() {
      const driver = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary: process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
            args: ['--automation'],
          },
        })
        .build();
      await driver.manage().setTimeouts({ script: 60_000, pageLoad: 30_000 });
      await driver.manage().window().setRect({ width: 1280, height: 900 });
      return new WebKitVisitor(driver, () => driver.quit());
    },
    close: async () => end(),
  };
}
