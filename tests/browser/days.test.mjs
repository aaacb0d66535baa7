/** Which day the page answers for, whatever clock and time zone the device has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { policy } from '../schema/documents.mjs';
import { fragmentOf, full } from './families.mjs';
import { inChromium } from './setup.mjs';
import { layOutAll } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const situation = () => document.querySelector('birth-benefits-app').situation;

describe('the day of the answer', () => {
  const visit = inChromium();

  for (const [clock, day] of [['1970-01-01T12:00:00Z', policy().edition], ['2001-09-09T12:00:00Z', policy().edition], ['2099-07-01T12:00:00Z', '2099-07-01']])
    visit(`a clock that shows ${clock.slice(0, 4)} gives the answer of ${day}`, async (visitor, url) => {
      await visitor.page.clock.setFixedTime(new Date(clock));
      await visitor.open(url);
      assert.equal((await visitor.evaluate(situation)).as_of, day);
      assert.ok(await visitor.evaluate(() => document.querySelectorAll('#results details').length > 0));
    });

  // 30 June 2027, 23:30 in the west of the date line and 1 July 01:30 in its east are one moment.
  for (const [zone, day] of [['Etc/GMT+12', '2027-06-30'], ['America/Los_Angeles', '2027-07-01'], ['UTC', '2027-07-01'], ['Asia/Shanghai', '2027-07-01'], ['Pacific/Kiritimati', '2027-07-02']])
    visit(
      `in ${zone} the day is the reader's, and no other day shifts`,
      async (visitor, url) => {
        await visitor.page.clock.setFixedTime(new Date('2027-07-01T11:30:00Z'));
        await visitor.open(url);
        assert.equal((await visitor.evaluate(situation)).as_of, day);
        await visitor.open(url + fragmentOf(full));
        assert.deepEqual(await visitor.evaluate(situation), full);
        await visitor.evaluate(layOutAll);
        const shown = await visitor.evaluate(() => document.querySelector('birth-benefits-app').innerText);
        assert.ok(shown.includes('2024年3月1日'), 'the day of birth as told');
        const [file] = await Promise.all([visitor.page.waitForEvent('download'), visitor.click('button', zh.say('page.take.calendar'))]);
        const starts = readFileSync(await file.path(), 'utf8').match(/DTSTART;VALUE=DATE:\d{8}/g);
        assert.ok(starts.includes('DTSTART;VALUE=DATE:20240301'), starts.join());
      },
      { timezoneId: zone },
    );
});
