/** The answers that a device keeps, as its tabs see them: here two of them, with one storage. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { modulesOf } from './sources.mjs';

/** A storage that can be full. */
class Storage {
  items = new Map();
  isFull = false;
  getItem(key) {
    return this.items.get(key) ?? null;
  }
  setItem(key, text) {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, text);
  }
  removeItem(key) {
    this.items.delete(key);
  }
}

describe('answers that are kept', { timeout: 120_000 }, () => {
  let page;
  let remove;
  let storage;
  let one;
  let other;
  before(async () => {
    ({ page, remove } = await modulesOf(['session/kept']));
    globalThis.location = { protocol: 'https:' };
  });
  beforeEach(() => {
    globalThis.localStorage = storage = new Storage();
    [one, other] = [new page.KeptAnswers(), new page.KeptAnswers()];
  });
  after(() => {
    delete globalThis.location;
    delete globalThis.localStorage;
    remove?.();
  });

  const answers = (pregnant) => ({ accepted: { as_of: '2024-06-01', pregnant }, isOfToday: true });
  const stored = () => [...storage.items.values()].map((text) => JSON.parse(text));

  test('are none before it is wished', () => {
    one.answered(answers(true));
    assert.deepEqual([stored(), one.isWished, one.fromElsewhere], [[], false, null]);
  });

  test('are kept from the wish on, and not where the device cannot', () => {
    assert.equal(one.wish(answers(true)), true);
    one.answered(answers(false));
    assert.deepEqual(stored(), [{ pregnant: false }]);
    storage.isFull = true;
    assert.deepEqual([other.wish(answers(true)), other.isWished], [false, false]);
    one.answered(answers(true));
    assert.deepEqual([stored(), one.isWished], [[{ pregnant: false }], true], 'the wish stands, and may be granted later');
  });

  test('are kept with the day that was chosen', () => {
    one.wish({ ...answers(true), isOfToday: false });
    assert.deepEqual(stored(), [{ as_of: '2024-06-01', pregnant: true }]);
  });

  test('stay as they were found until something is answered', () => {
    one.wish(answers(true));
    const [text] = storage.items.values();
    other.adopt(text);
    assert.deepEqual([other.isWished, other.fromElsewhere, stored()], [true, null, [{ pregnant: true }]]);
    other.leave();
    other.answered(answers(false));
    assert.deepEqual([other.isWished, stored()], [false, [{ pregnant: true }]], 'and others do not take their place');
  });

  test('are the same in all tabs that keep them', () => {
    one.wish(answers(true));
    other.wish(answers(true));
    assert.equal(one.fromElsewhere, null);
    other.answered(answers(false));
    assert.equal(one.fromElsewhere, JSON.stringify({ pregnant: false }));
    one.adopt(one.fromElsewhere);
    assert.equal(one.fromElsewhere, null);
  });

  test('are wiped in all tabs where they are wiped in one', () => {
    one.wish(answers(true));
    other.wish(answers(true));
    other.wipe();
    assert.deepEqual([stored(), other.isWished, one.fromElsewhere], [[], false, null]);
    one.answered(answers(false));
    assert.deepEqual([stored(), one.isWished], [[], false], 'nothing brings them back');
    assert.equal(one.wish(answers(false)), true, 'but a new wish');
  });
});
