// Text as HTML, said once for all that is built and for what the embedding guide shows.

/** For the content of an element, and for an attribute in double quotes. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Whatever names a row in the first cell; on a narrow screen the others say what heads them. Cells are HTML. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell, index) => `<td data-head="${heads[index + 1]}">${cell}</td>`);
    return `<tr><th scope="row">${first}</th>${cells.join('')}</tr>`;
  });
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${drawn.join('')}</tbody></table>`;
}
