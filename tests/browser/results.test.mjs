/** What the list of benefits says of each. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { policy } from '../schema/documents.mjs';
import { nativeBatch } from '../wasm/core.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { inChromium } from './setup.mjs';
import { card, drawn, tell } from './visitor.mjs';
import { LANGUAGES, PAGE, filled, wordsOf } from './words.mjs';

describe('results', () => {
  const visit = inChromium();

  visit('what is measured stands out, the length of a list and a verdict said above it do not', async (visitor, url) => {
    const words = wordsOf('en');
    await visitor.open(url + PAGE.en + fragmentOf(full));
    assert.equal(await card(visitor, words, 'leave.paternity').locator('.gist').textContent(), '25 days');
    assert.equal(await card(visitor, words, 'rights.no_birth_conditions').locator('.gist').count(), 0);
    await visitor.open(url + PAGE.en);
    assert.ok((await visitor.page.locator('#results .benefit.unknown').count()) > 20);
    assert.ok(!(await visitor.page.locator('#results .gist').allTextContents()).includes(words.say('status.unknown')));
  });

  visit('a source is said once for the steps in a row that share it, and their numbers go on', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const opened = card(visitor, words, 'leave.maternity');
    await opened.locator('summary').first().click();
    await opened.locator('.rows ol').first().waitFor();
    const [sources, starts, steps] = await opened.locator('.rows ol').evaluateAll((lists) => [
      lists.map((list) => list.previousElementSibling.localName === 'cite' && list.previousElementSibling.textContent),
      lists.map((list) => list.start),
      lists.map((list) => list.children.length),
    ]);
    assert.ok(sources.length > 2 && sources.every((source, at) => source && source !== sources[at - 1]), sources.join());
    assert.deepEqual(starts, steps.map((_, at) => 1 + steps.slice(0, at).reduce((sum, count) => sum + count, 0)));
    assert.ok(starts.at(-1) > 9, 'and numbers of two digits are among them');
    const room = await opened.locator('.rows ol').first().evaluate((list) => parseFloat(getComputedStyle(list).paddingLeft) / parseFloat(getComputedStyle(list).fontSize));
    assert.ok(room >= 2, `${room} em`);
  });

  visit('what a baby gets stands in the calendar after what its parents get, and before what other children get', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const holders = ['mother', 'father', 'delivery'].map((holder) => words.say(`subject.${holder}`));
    holders.push(filled(words.say('subject.child'), { number: 1 }));
    const heads = await visitor.page.locator('.timeline .chart h3').allTextContents();
    assert.deepEqual(heads.slice(0, holders.length).map((head) => head.trim()), holders);
    const rows = await visitor.page.locator('.timeline table td:nth-child(2)').allTextContents();
    assert.deepEqual([...new Set(rows.map((row) => row.trim()))].slice(0, holders.length), holders);
  });

  for (const lang of LANGUAGES) {
    visit(`beside a reading of the policy's own choice stands how sure it is, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const { assumptions } = policy();
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      const opened = card(visitor, words, 'leave.maternity');
      await opened.locator('summary').first().click();
      await opened.locator('.reading').first().waitFor();
      const found = await opened.locator('.reading').evaluateAll((readings) => readings.map((reading) => [reading.getAttribute('aria-label'), reading.querySelector('cite')?.textContent]));
      assert.ok(found.length >= 3);
      for (const [title, said] of found) {
        const { confidence } = assumptions.find(({ id }) => words.say(`assumption.${id}.title`) === title);
        assert.equal(said, words.say(`confidence.${confidence}`), title);
      }
      const [title] = found[0];
      await opened.getByRole('group', { name: title }).locator('button[aria-pressed=false]').first().click();
      await opened.getByRole('group', { name: title }).locator('cite').waitFor({ state: 'detached' });
    });
  }

  visit('many conditions not met are named on request, few at once', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    const rows = visitor.page.locator('#results .benefit.not_entitled');
    await visitor.open(url + fragmentOf(states['not entitled']));
    const heading = visitor.page.getByRole('heading', { name: words.say('status.not_entitled') });
    const button = heading.getByRole('button');
    assert.ok((await rows.count()) > 8);
    assert.ok((await heading.textContent()).includes(String(await rows.count())));
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.ok(!(await rows.first().isVisible()));
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.ok(await rows.last().isVisible());
    await rows.first().locator('summary').click();
    await button.click();
    assert.ok(await rows.first().isVisible(), 'what is open is being read');
    assert.ok(!(await rows.last().isVisible()));
    await visitor.open(url + fragmentOf(states.partly));
    const few = await rows.count();
    assert.ok(few > 0 && few <= 8, `${few}`);
    assert.ok(await rows.first().isVisible());
    assert.equal(await button.count(), 0);
  });

  visit('each parent’s employer has a sum of its own, without days where they are not of one kind, and makes up what another does not pay', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    const worker = { employed: true, monthly_wage_yuan: 6000 };
    await visitor.open(url + fragmentOf({ ...full, mother: { ...worker, maternity_insured: true, employer_average_monthly_wage_yuan: 5000 }, father: worker }));
    const sums = visitor.page.locator('.payers .paid').last().locator('li.employer');
    const [mother, father] = await sums.allTextContents();
    assert.ok(mother.includes(words.say('subject.mother')) && father.includes(words.say('subject.father')), `${mother} ${father}`);
    assert.equal(await sums.count(), 2);
    assert.doesNotMatch(mother, /\d天/, 'days of the calendar and workdays');
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', lawful_birth: true, mother: { ...worker, monthly_wage_yuan: 5000, maternity_insured: true, employer_average_monthly_wage_yuan: 4500 }, delivery: { outcome: 'miscarriage', date: '2024-05-20', pregnancy_months: 2 } }));
    assert.match(await visitor.page.locator('.payers li.employer').textContent(), new RegExp(`${words.say('page.payers.topup')}\\s*250元`));
  });

  visit('leave taken before the birth, never asked for, can be told from the card of maternity leave', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const opened = card(visitor, words, 'leave.maternity');
    await opened.locator('summary').first().click();
    const way = opened.getByRole('button', { name: words.say('input./delivery/leave_before_birth_days.label') });
    const field = visitor.page.locator('.ask [data-pointer="/delivery/leave_before_birth_days"] input');
    await way.click();
    await field.fill('0');
    assert.equal(await way.count(), 0, 'none is an answer, too');
    await field.fill('');
    await way.waitFor();
    await visitor.page.locator('.ask [data-pointer="/delivery/leave_before_birth_days"] input').fill('15');
    await way.waitFor({ state: 'detached' });
    assert.ok((await opened.locator('summary .when').textContent()).startsWith(words.date('2024-02-15')));
  });

  visit('with the day of the answer a leave is past, in its row as at a glance', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    const past = words.say('page.period.past');
    const when = card(visitor, words, 'leave.maternity').locator('summary .when');
    const glance = visitor.page.locator('.summary .figure', { hasText: words.say('benefit.leave.maternity.title') });
    await visitor.open(url + fragmentOf(full));
    assert.ok(!(await when.textContent()).includes(past) && !(await glance.textContent()).includes(past));
    await visitor.page.locator('details.day summary').click();
    await visitor.page.locator('[data-pointer="/as_of"] input[type=text]').fill('2024-12-01');
    await visitor.page.waitForFunction((text) => document.querySelector('.summary').textContent.includes(text), past);
    await visitor.evaluate(() => document.querySelector('birth-benefits-app').updateComplete);
    assert.ok((await when.textContent()).includes(past) && (await glance.textContent()).includes(past));
  });

  visit('a paragraph of the policy leads to what the page of the law tells of it, in a window of its own', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    const opened = card(visitor, wordsOf('zh-CN'), 'leave.maternity');
    await opened.locator('summary').first().click();
    const [law] = await Promise.all([visitor.page.context().waitForEvent('page'), opened.locator('.rows a[href*="law.html#p2.12"]').click()]);
    await law.waitForLoadState();
    assert.ok((await law.locator('[id="p2.12"]').textContent()).includes(wordsOf('zh-CN').say('measure.12.title')));
    await law.close();
  });

  for (const lang of LANGUAGES)
    visit(`a leave whose days a reading of the law alone sets is over by none of them, and its yearly sister says that its pay is counted for one year, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const father = { employed: true, monthly_wage_yuan: 6000 };
      const situation = { as_of: '2026-11-28', lawful_birth: true, father, delivery: { outcome: 'birth', date: '2026-10-01', babies: 1 } };
      await visitor.open(url + PAGE[lang] + fragmentOf(situation));
      const leave = JSON.parse(nativeBatch([JSON.stringify(situation)], false)[0]).benefits.find(({ id }) => id === 'leave.paternity');
      assert.ok(leave.period.to < situation.as_of);
      for (const place of [visitor.page.locator('.summary'), card(visitor, words, 'leave.paternity')]) assert.ok(!(await place.textContent()).includes(words.say('page.period.past')), await place.textContent());
      const money = visitor.page.locator('.summary .line', { hasText: words.say('page.summary.pay.father') });
      assert.ok((await money.textContent()).includes(words.say('page.summary.yearly')), await money.textContent());
    });

  visit('who pays for workdays pays for workdays', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const opened = card(visitor, words, 'leave.parental');
    await opened.locator('summary').first().click();
    const row = opened.locator('.rows > div', { hasText: words.say('page.benefit.payers') });
    const { days } = JSON.parse(nativeBatch([JSON.stringify(full)], false)[0]).benefits.find(({ id }) => id === 'leave.parental').payers[0];
    assert.ok((await row.textContent()).includes(filled(words.say('page.gist.days.workday.delivery'), { days })), await row.textContent());
  });

  visit('a verdict that is open is given rules, and no reasons as if it were settled', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    for (const [situation, id, label] of [
      [states.partly, 'leave.maternity', 'page.benefit.rules'],
      [full, 'leave.maternity', 'page.benefit.steps'],
    ]) {
      await visitor.open(url + fragmentOf(situation));
      const opened = card(visitor, words, id);
      await opened.locator('summary').first().click();
      await opened.locator('.rows dt').first().waitFor();
      const labels = await opened.locator('.rows dt').allTextContents();
      assert.deepEqual(labels.filter((each) => ['page.benefit.rules', 'page.benefit.steps'].some((key) => words.say(key) === each)), [words.say(label)], id);
    }
  });

  for (const lang of LANGUAGES)
    visit(`a leave that is due asks for what its pay still depends on, and the sum beside it says that this pay is open, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const { employed } = full.mother;
      const wage = '/mother/monthly_wage_yuan';
      const average = '/mother/employer_average_monthly_wage_yuan';
      const insured = '/mother/maternity_insured';
      await visitor.open(url + PAGE[lang] + fragmentOf({ ...full, mother: { employed } }));
      const maternity = card(visitor, words, 'leave.maternity');
      const parental = card(visitor, words, 'leave.parental');
      for (const each of [maternity, parental]) await each.locator('summary').first().click();
      const asks = (of, pointers) =>
        visitor.page.waitForFunction(
          ([title, labels]) => {
            const opened = [...document.querySelectorAll('#results details')].find((each) => each.textContent.includes(title));
            const rows = [...opened.querySelectorAll('.rows > div')].filter((row) => row.querySelector('dd > ul button'));
            return JSON.stringify(rows.flatMap((row) => [...row.querySelectorAll('dd > ul button')].map((button) => button.textContent.trim()))) === JSON.stringify(labels);
          },
          [words.say(`benefit.${of}.title`), pointers.map(words.label)],
        );
      const answer = async (pointer, value) => {
        await tell(visitor, pointer, value);
        await visitor.evaluate(drawn);
      };
      await asks('leave.maternity', [wage, insured, average]);
      await asks('leave.parental', [wage]);
      await answer(insured, true);
      await asks('leave.maternity', [wage, average]);
      await answer(wage, 5500);
      await asks('leave.maternity', [average]);
      await asks('leave.parental', []);
      const money = visitor.page.locator('.summary .tile', { hasText: words.say('page.summary.money') });
      const open = filled(words.say('page.summary.open'), { title: words.say('benefit.leave.maternity.title'), range: words.say('page.payers.open') });
      assert.deepEqual((await money.locator('.open').allTextContents()).map((text) => text.trim()), [open]);
      await maternity.getByRole('button', { name: words.label(average) }).click();
      assert.ok(await visitor.page.locator(`.ask [data-pointer="${average}"]`).isVisible());
      await answer(average, 6000);
      await asks('leave.maternity', []);
      assert.equal(await money.locator('.open').count(), 0);
    });

  visit('the calendar has the days on which a child will be old enough', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf({ as_of: '2026-11-28', delivery: { outcome: 'birth', date: '2025-06-01' } }));
    const title = words.say('benefit.childcare.toddler_class.title');
    const row = visitor.page.locator('.timeline tbody tr', { hasText: title });
    await row.waitFor({ state: 'attached' });
    assert.deepEqual((await row.locator('.date').allTextContents()).map((text) => text.trim()), ['2027年6月1日', '2028年5月31日']);
    assert.equal(await visitor.page.locator('.timeline .chart .name', { hasText: title }).count(), 1);
    assert.match(await visitor.page.locator('.upcoming').textContent(), new RegExp(`2027年6月1日[^]*${title}`));
  });

  for (const [lang, due] of [['zh-CN', '2024年6月16日'], ['en', '16 June 2024'], ['ko', '2024년 6월 16일']])
    visit(`whoever is due reads from which day on leave may begin before that, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf({ ...full, pregnant: true, delivery: { ...full.delivery, date: '2024-07-01' } }));
      const maternity = card(visitor, words, 'leave.maternity');
      await maternity.locator('summary').first().click();
      const help = maternity.locator('.help', { hasText: words.like('page.benefit.unasked.due') });
      await help.waitFor();
      assert.ok((await help.textContent()).includes(due), await help.textContent());
    });

  visit('a birth of before is called so beside a pregnancy, and its baby is offered to be told of as a child', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf({ as_of: '2025-06-10', pregnant: true, mother: { employed: true }, delivery: { outcome: 'birth', date: '2024-03-20' }, children: [] }));
    await visitor.page.locator('.results .doubt', { hasText: words.say('page.results.again') }).waitFor();
    await visitor.page.locator('details.told').evaluate((told) => (told.open = true));
    const field = visitor.page.locator('[data-pointer="/delivery/date"]').filter({ hasText: words.say('page.question.again') });
    await field.getByRole('button', { name: words.say('page.question.grown.move') }).click();
    await visitor.evaluate(drawn);
    assert.equal(await visitor.page.locator('.results .doubt').count(), 0);
    assert.deepEqual((await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation)).children, [{ birth_date: '2024-03-20' }]);
  });

  visit('what was written as it is said is repeated as it was read', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    await visitor.page.locator('details.told').evaluate((told) => (told.open = true));
    for (const [pointer, plain, text, read] of [
      ['/mother/monthly_wage_yuan', '12000', '1万2', '12,000元'],
      ['/delivery/date', '2024-03-01', '24年3月1日', '2024年3月1日'],
    ]) {
      const field = visitor.page.locator(`[data-pointer="${pointer}"]`);
      await field.locator('input[type=text]').fill(plain);
      const said = field.getByText(filled(words.say('page.question.read'), { value: read }), { exact: true });
      assert.equal(await said.count(), 0);
      await field.locator('input[type=text]').fill(text);
      await said.waitFor();
    }
  });

  visit('what is not yet is marked otherwise than what is not', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const marks = (title) => visitor.page.locator('#results .benefit', { hasText: title }).locator('.mark').evaluateAll((all) => [...new Set(all.map((mark) => [mark.querySelector('path').getAttribute('d'), mark.textContent.trim()].join(' ')))]);
    const [later] = await marks(words.say('benefit.childcare.toddler_class.title'));
    const [not] = await marks(words.say('benefit.screening.newborn.title'));
    assert.notEqual(later, not);
    assert.ok(later.endsWith(words.say('page.results.later')) && not.endsWith(words.say('status.not_entitled')), `${later}; ${not}`);
  });

  visit('a baby of years ago is offered to be told of as a child once more where no question is left', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf({ ...states['not entitled'], delivery: { outcome: 'birth', date: '2020-10-15' } }));
    const move = visitor.page.locator('.ask').getByRole('button', { name: words.say('page.question.grown.move') });
    assert.ok(await visitor.page.getByRole('heading', { name: words.say('page.ask.done') }).isVisible());
    await move.click();
    assert.ok(await visitor.page.locator('.ask [data-pointer="/children/0/care"]').isVisible());
  });

  for (const lang of LANGUAGES) {
    visit(`what only an age still lacks stands apart, with the day from which it may be had; what it is too late for says until when, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const below = (title) => visitor.page.locator('#results h3', { hasText: title }).first().evaluate((heading) => {
        const cards = [];
        for (let next = heading.nextElementSibling; next?.matches('.benefit'); next = next.nextElementSibling) cards.push(next.textContent);
        return cards;
      });
      const of = (id, cards) => cards.filter((text) => text.includes(words.say(`benefit.${id}.title`)));
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      const [class_] = of('childcare.toddler_class', await below(words.say('page.results.later')));
      assert.ok(class_.includes(filled(words.say('page.benefit.earliest'), { from: words.date('2026-03-01') })), class_);
      const [screening] = of('screening.newborn', await below(words.say('status.not_entitled')));
      assert.ok(screening.includes(filled(words.say('page.benefit.until'), { last_day: words.date('2024-03-28') })), screening);
    });
  }

  for (const lang of LANGUAGES) {
    visit(`dates that rest on a birth still expected say so, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const results = visitor.page.locator('#results');
      const [due, overdue] = ['due', 'overdue'].map((name) => words.say(`page.results.${name}`));
      const says = async (situation) => {
        await visitor.open(url + PAGE[lang] + fragmentOf(situation));
        const text = await results.textContent();
        return { due: text.includes(due), overdue: text.includes(overdue) };
      };
      assert.deepEqual(await says(states.partly), { due: true, overdue: false });
      const born = { ...states.partly, delivery: { outcome: 'birth', date: '2024-05-25' } };
      assert.deepEqual(await says(born), { due: false, overdue: false });
      assert.deepEqual(await says({ ...born, pregnant: true }), { due: false, overdue: true });
      // A birth of years ago, and pregnant again.
      assert.deepEqual(await says({ ...born, pregnant: true, delivery: { outcome: 'birth', date: '2022-05-25' } }), { due: false, overdue: false });
      assert.deepEqual(await says({ ...born, pregnant: true, delivery: { ...born.delivery, outcome: 'miscarriage' } }), { due: false, overdue: false });
    });

    visit(`the reading that is chosen keeps its place and the focus, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      const opened = card(visitor, words, 'leave.maternity');
      await opened.locator('summary').first().click();
      const options = opened.locator('.reading').first().locator('.option');
      await options.first().waitFor();
      const seen = () => options.evaluateAll((all) => all.map((each) => [each.firstChild.textContent.trim() || each.textContent.trim().slice(0, 4), each.getAttribute('aria-pressed')]));
      const before = await seen();
      assert.deepEqual(before.map(([, pressed]) => pressed).sort(), ['false', 'true']);
      const other = before.findIndex(([, pressed]) => pressed === 'false');
      await options.nth(other).focus();
      await visitor.page.keyboard.press('Enter');
      await options.nth(other).and(visitor.page.locator('[aria-pressed=true]')).waitFor();
      assert.deepEqual((await seen()).map(([, pressed]) => pressed), before.map((_, at) => String(at === other)));
      assert.ok(await options.nth(other).evaluate((option) => option === document.activeElement));
      await visitor.page.keyboard.press('Enter');
      assert.deepEqual((await seen()).map(([, pressed]) => pressed), before.map((_, at) => String(at === other)), 'another Enter takes nothing back');
    });

    visit(`a figure that rests on a reading of the law says so, and leads to the readings, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      const opened = card(visitor, words, 'leave.maternity');
      await opened.locator('summary').first().click();
      await opened.getByRole('button', { name: words.say('page.benefit.one_reading') }).click();
      assert.ok(await visitor.evaluate(() => document.activeElement.closest('.reading') !== null));
      const certain = card(visitor, words, 'rights.no_birth_conditions');
      await certain.locator('summary').first().click();
      await certain.locator('.value').waitFor();
      assert.equal(await certain.getByRole('button', { name: words.say('page.benefit.one_reading') }).count(), 0);
    });

    visit(`the next three days to keep in mind stand above the calendar, none of them past, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      assert.equal(await visitor.page.locator('.upcoming h3').textContent(), words.say('page.timeline.next'));
      const days = await visitor.page.locator('.upcoming li b').allTextContents();
      const said = ['2024-06-01', '2024-08-15', '2024-09-01'].map(words.date);
      assert.deepEqual(days, said);
      await visitor.open(url + PAGE[lang] + fragmentOf(states['not entitled']));
      assert.equal(await visitor.page.locator('.upcoming').count(), 0);
    });
  }
});
