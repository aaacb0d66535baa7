/** What the reader takes along: calendar file, document, share link, print sheet. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import ICAL from 'ical.js';
import { nativeBatch } from '../wasm/core.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { inChromium } from './setup.mjs';
import { LANGUAGES, PAGE, filled, wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');

async function download(visitor, name) {
  const [file] = await Promise.all([visitor.page.waitForEvent('download'), visitor.click('button', name)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const resultOf = (situation) => JSON.parse(nativeBatch([JSON.stringify(situation)], false)[0]);
const eventsOf = (bytes) => new ICAL.Component(ICAL.parse(bytes.toString())).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
/** When a child will be old enough for what nothing else is in the way of: the steps name both days. */
function toCome({ reasons, steps }) {
  const arg = (rule, name) => steps.find((step) => step.rule === rule)?.args[name];
  const from = arg('age_from', 'from');
  const to = arg('age_limit', 'last_day');
  return reasons?.join() === 'age' && from > full.as_of && to ? [{ from, to }] : [];
}
/** The spans in which a benefit stands in the calendar. */
function daysOf({ period, later_periods: later = [], value, ...benefit }) {
  const oneDay = (day) => ({ from: day, to: day });
  if (value?.visits?.length) return value.visits.map(oneDay);
  const periods = period ? [period, ...later] : toCome(benefit);
  return value?.per === 'delivery' ? periods : periods.flatMap(({ from, to }) => [oneDay(from), oneDay(to)]);
}
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
const dayAfter = (iso) => new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10);

describe('taking along', () => {
  const visit = inChromium();

  async function calendar(visitor, url, situation, lang = 'zh-CN') {
    await visitor.open(url + PAGE[lang] + fragmentOf(situation));
    return download(visitor, wordsOf(lang).say('page.take.calendar'));
  }

  for (const lang of LANGUAGES) {
    visit(`the calendar file holds every block of leave and visit, and the ends of every other period, as whole days, in ${lang}`, async (visitor, url) => {
      const { name, bytes } = await calendar(visitor, url, full, lang);
      assert.match(name, /\.ics$/);
      const events = eventsOf(bytes);
      const got = events.map((event) => `${event.startDate} ${event.endDate}`).sort();
      for (const event of events) {
        assert.equal(event.startDate.isDate, true);
        assert.ok(event.summary.length > 3 && !/[{}]/.test(event.summary), event.summary);
        assert.ok(event.description.length > 3 && !/[{}]/.test(event.description), event.description);
        assert.ok(event.component.getFirstPropertyValue('dtstamp'));
      }
      assert.deepEqual(got, resultOf(full).benefits.flatMap(daysOf).map(({ from, to }) => `${from} ${dayAfter(to)}`).sort());
    });

    visit(`the calendar file says which check-up each is and which day of a period, in ${lang}`, async (visitor, url) => {
      const events = eventsOf((await calendar(visitor, url, full, lang)).bytes);
      const { say } = wordsOf(lang);
      const titles = new Set(events.map(({ summary, startDate }) => `${summary} ${startDate}`));
      assert.equal(titles.size, events.length);
      const titled = (date) => events.filter(({ startDate }) => String(startDate) === date).map(({ summary }) => summary);
      const visit = (age, number) => {
        const event = filled(say('page.calendar.event'), { title: say('benefit.health.child_management.title'), who: number ? filled(say('subject.child'), { number }) : say('subject.delivery') });
        return filled(say('page.calendar.visit'), { event, age });
      };
      const age = (unit, count) => say(`page.age.${unit}`).replace(`{${unit}|${unit.slice(0, -1)}|${unit}}`, unit).replace(`{${unit}}`, count);
      assert.ok(titled('2024-09-01').includes(visit(age('months', 6))), titled('2024-09-01').join());
      assert.ok(titled('2024-08-15').includes(visit(age('years', 5), 1)), titled('2024-08-15').join());
    });
  }

  visit('the calendar file reminds of what has to be done before its day, at nine in the morning', async (visitor, url) => {
    const events = eventsOf((await calendar(visitor, url, full)).bytes);
    const remindersOf = (id) =>
      events
        .filter(({ uid }) => uid.startsWith(id))
        .flatMap(({ component, startDate }) =>
          component.getAllSubcomponents('valarm').map((alarm) => {
            assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
            assert.ok(alarm.getFirstPropertyValue('description').length > 3);
            const at = startDate.clone();
            at.isDate = false;
            at.addDuration(alarm.getFirstPropertyValue('trigger'));
            return String(at);
          }),
        );
    assert.deepEqual(remindersOf('services.birth_one_thing'), ['2024-03-25T09:00:00']);
    assert.deepEqual(remindersOf('leave.parental.-mother'), ['2025-01-29T09:00:00', '2026-01-29T09:00:00', '2027-01-29T09:00:00']);
    assert.deepEqual(remindersOf('leave.maternity'), [], 'nothing is left to do');
    assert.deepEqual(remindersOf('childcare.inclusive_place'), [], 'years are no deadline');
    assert.ok(remindersOf('health.child_management').includes('2024-08-25T09:00:00'), 'a visit');
  });

  visit('the calendar file keeps to RFC 5545: lines of 75 octets, ended by CRLF, required properties', async (visitor, url) => {
    for (const lang of LANGUAGES) {
      const text = (await calendar(visitor, url, full, lang)).bytes.toString();
      assert.equal(text.replace(/\r\n/g, '').search(/[\r\n]/), -1);
      assert.ok(text.endsWith('END:VCALENDAR\r\n'));
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      const root = new ICAL.Component(ICAL.parse(text));
      assert.equal(root.getFirstPropertyValue('version'), '2.0');
      assert.ok(root.getFirstPropertyValue('prodid').endsWith(`//${lang.toUpperCase()}`));
      assert.ok(!text.includes('�'), 'no character was cut');
    }
  });

  visit('a changed birth date, another day and another language move the events instead of doubling them', async (visitor, url) => {
    const uids = async (situation, lang) => eventsOf((await calendar(visitor, url, situation, lang)).bytes).map(({ uid }) => uid).sort();
    const family = { ...full, as_of: '2024-03-10' };
    const before = await uids(family);
    assert.equal(new Set(before).size, before.length, 'unique');
    for (const date of ['2024-03-05', '2024-02-28'])
      assert.deepEqual(await uids({ ...family, delivery: { ...family.delivery, date } }), before, date);
    assert.deepEqual(await uids(family, 'ko'), before);
    const later = await uids({ ...family, as_of: '2024-06-20' });
    assert.deepEqual(later.filter((uid) => !before.includes(uid)), []);
  });

  visit('without any dates there is no calendar file to be had', async (visitor, url) => {
    await visitor.open(url + fragmentOf(states['not entitled']));
    assert.equal(await visitor.page.getByRole('button', { name: zh.say('page.take.calendar'), exact: true }).isDisabled(), true);
  });

  for (const lang of LANGUAGES)
    visit(`beside the calendar file is named the leave that is to come and has no days yet, in ${lang}`, async (visitor, url) => {
      const { say } = wordsOf(lang);
      const undated = visitor.page.locator('.takeaway').getByText(say('page.take.undated'));
      const { difficult: _, ...delivery } = full.delivery;
      await visitor.open(url + PAGE[lang] + fragmentOf({ ...full, delivery }));
      const maternity = filled(say('page.calendar.event'), { title: say('benefit.leave.maternity.title'), who: say('subject.mother') });
      assert.equal((await undated.textContent()).trim(), `${say('page.take.undated')} ${maternity}`);
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      assert.equal(await undated.count(), 0);
    });

  for (const [state, situation] of Object.entries(states)) {
    visit(`the document downloaded is the calculator's answer: ${state}`, async (visitor, url) => {
      await visitor.open(situation ? url + fragmentOf(situation) : url);
      const { name, bytes } = await download(visitor, zh.say('page.take.document'));
      assert.match(name, /\.json$/);
      const document = JSON.parse(bytes);
      if (situation) assert.deepEqual(document.situation, situation);
      assert.deepEqual(document.result, resultOf(document.situation));
    });
  }

  visit('the document holds the answers as corrected, not those at fault', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.type(zh.label('/delivery/date'), '2024-02-30');
    const document = JSON.parse((await download(visitor, zh.say('page.take.document'))).bytes);
    assert.equal(document.situation.delivery.date, undefined);
    assert.deepEqual(document.result, resultOf(document.situation));
  });

  visit(
    'the share link is copied, shown, and opens the same answers for somebody else',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await visitor.click('button', zh.say('page.take.link'));
      const field = visitor.page.getByRole('textbox', { name: zh.say('page.take.address') });
      const link = await field.inputValue();
      assert.equal(await visitor.evaluate(() => navigator.clipboard.readText()), link);
      assert.equal(new URL(link).search, '');
      const other = await visitor.page.context().browser().newPage();
      await other.goto(link);
      await other.waitForFunction(() => document.querySelector('birth-benefits-app')?.situation);
      assert.deepEqual(await other.evaluate(() => document.querySelector('birth-benefits-app').situation), full);
      await other.close();
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );

  /** In the page, from now on: what a screen reader is told. */
  const listen = () => {
    window.heard = [];
    for (const region of document.querySelectorAll('birth-benefits-app [role=status]'))
      new MutationObserver(() => window.heard.push(region.textContent.trim())).observe(region, { childList: true, characterData: true, subtree: true });
  };
  const isHeard = (text) => window.heard.includes(text);

  visit(
    'what comes of copying a link or of the wish to have answers kept is heard as well as seen',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await visitor.evaluate(listen);
      await visitor.click('button', zh.say('page.take.link'));
      await visitor.until(isHeard, zh.say('page.notice.copied'));
      await visitor.click('checkbox', zh.say('page.keep'));
      await visitor.until(isHeard, zh.say('page.notice.remembered'));
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );

  for (const lang of LANGUAGES)
    visit(`where a browser inside another app does nothing, it is said how to go on, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      for (const [way, said] of [['print', 'taken'], ['calendar', 'saved_calendar'], ['document', 'saved_document']]) {
        const notice = words.say(`page.notice.${said}`);
        await visitor.open(url + PAGE[lang] + fragmentOf(full));
        await visitor.evaluate(() => {
          window.print = () => undefined;
          HTMLAnchorElement.prototype.click = () => undefined;
        });
        await visitor.evaluate(listen);
        assert.equal(await visitor.page.locator('.takeaway .notice').count(), 0);
        await visitor.click('button', words.say(`page.take.${way}`));
        await visitor.page.locator('.takeaway .notice').getByText(notice).waitFor();
        await visitor.until(isHeard, notice);
      }
    });

  visit(
    'wages are left out of the link on request',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      const order = await visitor.page.locator('.takeaway').locator('input[type=checkbox], .buttons button').evaluateAll((all) => all.map(({ type }) => type));
      assert.equal(order.indexOf('checkbox'), 0, 'what a link will hold is asked before it is copied');
      await visitor.click('checkbox', zh.say('page.take.wages'));
      await visitor.click('button', zh.say('page.take.link'));
      const link = await visitor.page.getByRole('textbox', { name: zh.say('page.take.address') }).inputValue();
      const told = JSON.parse(Buffer.from(link.split('=').pop(), 'base64url'));
      const { monthly_wage_yuan: own, employer_average_monthly_wage_yuan: average, ...mother } = full.mother;
      const { monthly_wage_yuan: his, ...father } = full.father;
      assert.deepEqual(told, { ...full, mother, father });
      for (const wage of [own, average, his]) assert.ok(!JSON.stringify(told).includes(String(wage)));
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );

  visit('the address never carries answers by itself', async (visitor, url) => {
    await visitor.open(url);
    const question = visitor.page.getByRole('region', { name: zh.like('page.ask.next') });
    await question.getByRole('group').getByRole('button').first().click();
    assert.equal(await visitor.evaluate(() => Object.keys(document.querySelector('birth-benefits-app').situation).length), 2);
    assert.equal(visitor.page.url(), url);
  });

  visit('the print sheet holds every answer: there is no father, and another reading of the law', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', father: null, mother: { employed: true }, elders: [], assumptions: { 'age.attained': 'day_after' } }));
    await visitor.evaluate(() => {
      const rows = () => [...document.querySelectorAll('.sheet .told > div')].map((row) => [...row.children].map(({ textContent }) => textContent));
      addEventListener('beforeprint', () => (window.printed = rows()));
    });
    await visitor.page.pdf({ format: 'A4' });
    assert.deepEqual(await visitor.evaluate(() => window.printed), [
      [zh.say('input./father.label'), zh.say('input.none')],
      [zh.say('input./mother/employed.label'), zh.say('input.yes')],
      [zh.say('input./elders.label'), zh.say('input.none')],
      [zh.say('assumption.age.attained.title'), zh.say('assumption.age.attained.option.day_after')],
    ]);
  });

  visit('the print sheet names every service, once for all children who are given it, each with days of its own', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.evaluate(() => {
      const rows = () =>
        [...document.querySelectorAll('.sheet tbody tr')].map(({ cells: [whose, what, when] }) => ({
          title: whose.querySelector('b').textContent,
          what: what.textContent,
          when: [...when.children].map(({ textContent }) => textContent.replace(/[\u00a0\u200b]/g, '')),
        }));
      addEventListener('beforeprint', () => (window.printed = rows()));
    });
    await visitor.page.pdf({ format: 'A4' });
    const named = zh.say('benefit.health.child_management.title');
    const rows = (await visitor.evaluate(() => window.printed)).filter(({ title }) => title === named);
    assert.equal(rows.length, 1);
    for (const service of ['newborn_visit', 'checkups', 'remote_consultation']) assert.ok(rows[0].what.includes(zh.say(`service.${service}`)), rows[0].what);
    assert.deepEqual(rows[0].when, ['孩子1 · 2019年8月15日至2026年8月14日', '本次生育的宝宝 · 2024年3月1日至2031年2月28日']);
  });

  visit('every date of the calendar file says where it rests on a birth still expected', async (visitor, url) => {
    const due = zh.say('page.results.due');
    const says = async (situation) => eventsOf((await calendar(visitor, url, situation)).bytes).map(({ description }) => description.includes(due));
    const expected = await says(states.partly);
    assert.ok(expected.length > 3 && expected.every(Boolean));
    assert.ok((await says(full)).every((said) => !said));
  });

  visit('dates that rest on a reading of the law say so, and others do not', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    const events = eventsOf((await calendar(visitor, url, full)).bytes);
    const says = (id) => events.filter(({ summary }) => summary.startsWith(words.say(`benefit.${id}.title`))).map(({ description }) => description.includes(words.say('page.calendar.reading')));
    assert.deepEqual(says('leave.paternity'), [true]);
    const yearly = says('leave.only_child_care');
    assert.ok(yearly.length > 0 && yearly.every(Boolean), 'a reading whose name does not begin with that of the benefit');
    assert.deepEqual([...new Set(says('health.child_access'))], [], 'what has no days');
    const [registration, ...more] = says('services.birth_one_thing');
    assert.deepEqual([registration, more], [undefined, []], 'it is called by what its days are for');
    const limit = words.say('page.period.services.birth_one_thing');
    assert.deepEqual(events.filter(({ summary }) => summary.startsWith(limit)).map(({ description }) => description.includes(words.say('page.calendar.reading'))), [false, false]);
  });

  /** The more children, the more there is to say: a newborn, and others at childcare, kindergarten and school. */
  const family = {
    as_of: '2026-11-28',
    lawful_birth: true,
    mother: { employed: true, maternity_insured: true, monthly_wage_yuan: 5000, employer_average_monthly_wage_yuan: 6000 },
    father: { employed: true, monthly_wage_yuan: 6000 },
    delivery: { outcome: 'birth', date: '2026-11-01', babies: 1, difficult: false },
    elders: [{ birth_date: '1955-01-01', child: 'mother', only_child: true }],
  };
  const others = [
    { birth_date: '2023-12-10', care: 'childcare' },
    { birth_date: '2021-06-01', care: 'kindergarten', kindergarten: { kind: 'public', registered: true, area: 'urban' }, hardship: 'none' },
    { birth_date: '2014-06-01', care: 'school' },
  ];
  const grown = Object.fromEntries(others.map((_, at) => [`a newborn and ${at + 1} more`, { ...family, children: others.slice(0, at + 1) }]));

  for (const lang of LANGUAGES) {
    const told = Object.entries({ ...states, ...grown }).filter(([, situation]) => situation);
    for (const [state, situation] of told) {
      visit(`the print sheet fits two A4 pages: ${state}, in ${lang}`, async (visitor, url) => {
        await visitor.open(url + PAGE[lang] + fragmentOf(situation));
        const sheet = wordsOf(lang).say('page.sheet');
        await visitor.evaluate((name) => {
          addEventListener('beforeprint', () => (window.printed = document.querySelector(`section[aria-label="${name}"]`)?.textContent));
        }, sheet);
        const pages = pagesOf(await visitor.page.pdf({ format: 'A4', preferCSSPageSize: true }));
        assert.ok(pages >= 1 && pages <= 2, `${pages} pages`);
        assert.ok((await visitor.evaluate(() => window.printed))?.includes(wordsOf(lang).say('note.not_legal_advice')), 'there is a sheet');
        assert.equal(await visitor.page.getByRole('region', { name: sheet }).count(), 0, 'the sheet is gone after printing');
      });
    }

    visit(`where nothing is told the standard table is printed, on two A4 pages, in ${lang}`, async (visitor, url) => {
      await visitor.open(url + PAGE[lang]);
      const { say } = wordsOf(lang);
      assert.equal(pagesOf(await visitor.page.pdf({ format: 'A4', preferCSSPageSize: true })), 2);
      const table = visitor.page.getByRole('region', { name: say('page.html.standard.title') });
      const question = visitor.page.getByRole('heading', { name: say('page.questions.title') });
      await visitor.page.emulateMedia({ media: 'print' });
      await visitor.evaluate(() => dispatchEvent(new Event('beforeprint')));
      assert.ok(await table.isVisible());
      assert.ok(!(await question.isVisible()));
      await visitor.evaluate(() => dispatchEvent(new Event('afterprint')));
      await visitor.page.emulateMedia({ media: 'screen' });
      assert.ok(await question.isVisible());
    });

    visit(`what is printed can be read by eyes that are not young, in ${lang}`, async (visitor, url) => {
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      await visitor.page.emulateMedia({ media: 'print' });
      const points = await visitor.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const printed = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && [...element.childNodes].some(({ nodeName, data }) => nodeName === '#text' && data.trim()));
        return printed.map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75);
      });
      assert.ok(points.length > 100, `${points.length} texts`);
      // Letters can be read at a size at which characters cannot.
      assert.ok(Math.min(...points) >= (lang === 'en' ? 8 : 9), `${Math.min(...points)} pt`);
    });
  }
});
