/** What the page asks and says of an institution: a kindergarten, a childcare institution or one of tutoring. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { nativeBatch } from '../wasm/core.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { inChromium } from './setup.mjs';
import { card, drawn, tell } from './visitor.mjs';
import { LANGUAGES, PAGE, filled, wordsOf } from './words.mjs';

describe('institutions', () => {
  const visit = inChromium();

  for (const lang of LANGUAGES)
    visit(`who asks for an institution alone is asked nothing of a family, and can begin with one, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf({ as_of: states.institutions.as_of, institution: { kindergarten: {} } }));
      const table = visitor.page.getByRole('region', { name: words.say('page.institution.family') });
      await table.waitFor();
      assert.equal(await table.locator('[data-pointer]').count(), 0);
      await table.getByRole('button', { name: words.say('page.group.father'), exact: true }).click();
      assert.match(await visitor.evaluate(() => document.activeElement.closest('.ask [data-pointer]').dataset.pointer), /^\/father\//);
      assert.equal(await visitor.page.locator('.institutions [data-pointer]').count() > 0, true, 'the institution stays');
    });

  visit('an institution is one of the things to begin with; what it gets per head is no sum before the heads are counted', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url);
    await visitor.page.locator('.beginnings').getByRole('button', { name: words.say('page.group.institution') }).click();
    assert.equal(await visitor.evaluate(() => document.activeElement.closest('details')?.matches('.institutions[open]')), true);
    await visitor.page.locator('.institutions .chip', { hasText: words.say('page.institution./institution/kindergarten') }).click();
    assert.equal(await visitor.page.locator('.beginnings').getByRole('button', { name: words.say('page.group.institution') }).count(), 0);
    const row = visitor.page.locator('.given li');
    await row.first().waitFor();
    assert.doesNotMatch(await row.textContent(), /\d{4}/);
    await visitor.choose(words.label('/institution/kindergarten/kind'), words.say('input./institution/kindergarten/kind.option.public'));
    await visitor.choose(words.label('/institution/kindergarten/registered'), words.say('input.yes'));
    assert.doesNotMatch(await row.textContent(), /\d{4}/);
    await visitor.type(words.label('/institution/kindergarten/pupils'), '123');
    await visitor.page.locator('.given .gist').waitFor();
    assert.match(await row.textContent(), /79,950/);
  });

  visit('whoever runs a kindergarten or a childcare institution reads that the document sets no fees, of tutoring it sets them', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    const fees = visitor.page.locator('.institutions').getByText(words.say('page.institution.fees'));
    for (const [kind, count] of [['kindergarten', 1], ['childcare', 1], ['tutoring', 0]]) {
      await visitor.open(url + fragmentOf({ as_of: full.as_of, institution: { [kind]: {} } }));
      await visitor.page.locator('.institutions .given').waitFor();
      assert.equal(await fees.count(), count, kind);
    }
  });

  for (const lang of LANGUAGES)
    visit(`who asks for an institution reads what it gets beside its questions, in the summary and at the edge, and hears it, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const { tutoring } = states.institutions.institution;
      const excess = words.like('page.benefit.excess');
      await visitor.open(url + PAGE[lang] + fragmentOf({ as_of: states.institutions.as_of, institution: { tutoring: { ...tutoring, price_yuan: undefined } } }));
      const family = words.say('page.summary.days.mother');
      assert.equal(await visitor.page.locator('.summary').getByText(family, { exact: true }).count(), 0);
      await visitor.type(words.label('/institution/tutoring/price_yuan'), '110.5');
      for (const place of ['.given', '.summary', '.peek', '[role=status]']) await visitor.page.locator(place).filter({ hasText: excess }).first().waitFor({ state: 'attached' });
      assert.equal(await visitor.page.locator('.given li').count(), 2);
      await tell(visitor, '/lawful_birth', true);
      await visitor.page.locator('.summary').getByText(family, { exact: true }).waitFor();
      assert.match(await visitor.page.locator('.summary').textContent(), excess);
    }, { viewport: { width: 360, height: 740 } });

  visit('what an institution is told of comes before what holds for a family', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(states.institutions));
    const { benefits } = JSON.parse(nativeBatch([JSON.stringify(states.institutions)], false)[0]);
    const own = benefits.filter(({ subject, status }) => subject.startsWith('/institution') && status === 'entitled').map(({ id }) => words.say(`benefit.${id}.title`));
    const shown = await visitor.page.locator('#results .benefit.entitled .title').allTextContents();
    assert.ok(own.length > 2 && shown.length > own.length);
    assert.deepEqual(shown.slice(0, own.length).sort(), own.sort());
    const counted = await visitor.page.locator('.summary .entitled b').textContent();
    const heading = visitor.page.locator('.results h3.entitled');
    assert.equal((await heading.textContent()).trim(), `${words.say('status.entitled')} ${filled(words.say('page.count'), { count: counted })}`, 'a family has none of it');
  });

  for (const lang of LANGUAGES)
    visit(`a rule is said to apply to an institution or not, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const lesson = { stage: 'other', academic: true, offline: true, guide_price_yuan: 40, price_yuan: 60 };
      await visitor.open(url + PAGE[lang] + fragmentOf({ as_of: full.as_of, institution: { tutoring: lesson } }));
      const not = words.say('page.institution.not_entitled');
      await visitor.page.locator('.summary .tile', { hasText: not }).waitFor();
      for (const place of ['.summary', '.given', '.peek', '.results']) {
        const text = await visitor.page.locator(place).textContent();
        assert.ok(text.includes(not) && !text.includes(words.say('status.not_entitled')), `${place}: ${text}`);
      }
      await visitor.open(url + PAGE[lang] + fragmentOf({ as_of: full.as_of, institution: { childcare: { registered: true } } }));
      const safety = card(visitor, words, 'childcare.safety_guidance');
      await safety.locator('summary').first().click();
      await safety.getByText(words.say('force.service.institution.help')).waitFor();
    });

  visit('whoever asks for an institution alone finds what is for families folded at the end, and not on paper', async (visitor, url) => {
    const { page } = visitor;
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf({ as_of: full.as_of, institution: { kindergarten: { kind: 'public', registered: true, pupils: 120 } } }));
    const rows = page.locator('.results .benefit').filter({ visible: true });
    const folded = await rows.count();
    assert.ok(folded > 0 && folded < 5, `${folded} rows`);
    // No way leads to a calendar that is not there.
    assert.equal(await page.locator('.timeline').count(), 0);
    for (const link of await page.locator('.contents a').all()) assert.equal(await page.locator(await link.getAttribute('href')).count(), 1, await link.textContent());
    const families = page.locator('.results h3').last();
    assert.ok((await families.textContent()).includes(words.say('page.results.family')));
    await visitor.evaluate(() => addEventListener('beforeprint', () => (window.printed = document.querySelector('.sheet').textContent)));
    await page.pdf({ format: 'A4' });
    const printed = await visitor.evaluate(() => window.printed);
    assert.ok(printed.includes(words.say('benefit.kindergarten.funding.title')) && !printed.includes(words.say('benefit.leave.maternity.title')), printed);
    await families.getByRole('button').click();
    assert.ok((await rows.count()) > 30);
    await tell(visitor, '/mother/employed', true);
    await visitor.evaluate(drawn);
    assert.ok(!(await page.locator('.results h3').allTextContents()).some((title) => title.includes(words.say('page.results.family'))), 'a family is told of');
  });

  for (const lang of LANGUAGES)
    visit(`a price above its limit is not said to have met a condition, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const head = card(visitor, words, 'tutoring.price_cap').locator('summary');
      await visitor.open(url + PAGE[lang] + fragmentOf(states.institutions));
      const text = await head.textContent();
      assert.ok(text.includes(words.say('page.benefit.exceeds')) && !text.includes(words.say('page.institution.entitled')), text);
      assert.ok(text.includes(filled(words.say('page.benefit.excess'), { yuan: filled(words.say('form.money'), { amount: '2.50' }) })), text);
      const { tutoring } = states.institutions.institution;
      await visitor.open(url + PAGE[lang] + fragmentOf({ ...states.institutions, institution: { tutoring: { ...tutoring, price_yuan: 110 } } }));
      const kept = await head.textContent();
      assert.ok(kept.includes(words.say('page.institution.entitled')) && !kept.includes(words.say('page.benefit.exceeds')), kept);
    });
});
