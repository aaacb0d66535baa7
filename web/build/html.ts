// How tables become HTML.

/** Any table: what stands in it, and its caption, is HTML already. */
export function tableOf(
  heads: readonly string[],
  bodies: string,
  { caption = '', attributes = '' } = {},
): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  const named = caption && `<caption>${caption}</caption>`;
  return `<table${attributes}>${named}<thead><tr>${head}</tr></thead>${bodies}</table>`;
}

/** Calls a table what the heading above it says. */
export const called = (name: string): string => ` aria-label="${name}"`;

/** A table whose first cell names the row; on a narrow screen the other cells show their column's name. All of it is HTML. */
export function table(name: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell, index) => `<td data-head="${heads[index + 1]}">${cell}</td>`);
    return `<tr><th scope="row">${first}</th>${cells.join('')}</tr>`;
  });
  return tableOf(heads, `<tbody>${drawn.join('')}</tbody>`, { attributes: called(name) });
}
