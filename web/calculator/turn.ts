// Pauses in long work, so that the browser can answer the reader in between.

/** Whatever waits is served, input first; unlike a timer's, this turn comes soon in a hidden page too. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/**
 * What has been drawn so far is on screen.
 * @param longest milliseconds to wait for a frame; a page that is out of sight draws none
 */
export const painted = (longest = 100): Promise<void> =>
  document.hidden
    ? turn()
    : new Promise((resolve) => {
        const timer = setTimeout(resolve, longest);
        requestAnimationFrame(() => {
          clearTimeout(timer);
          resolve(turn());
        });
      });
