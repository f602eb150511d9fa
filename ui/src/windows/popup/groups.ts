/** How a key is written so that the eye keeps its place. */

const GROUP = 4;

/** The text in groups of four, in their order; together they are the text again. */
export function inGroups(text: string): string[] {
  const groups: string[] = [];
  for (let start = 0; start < text.length; start += GROUP) {
    groups.push(text.slice(start, start + GROUP));
  }
  return groups;
}
