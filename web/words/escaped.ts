/** Text as HTML, for the content of an element and for an attribute in double quotes. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
