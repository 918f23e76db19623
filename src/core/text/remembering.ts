/** How many answers are kept, and how long a text may be whose answer is. */
const most = 2000;
const longest = 100;

/**
 * The same work, with its answers remembered: for what is asked of the same few texts over and over, as the headings of a library. Of
 * too many different texts all answers are forgotten, so that they do not pile up.
 */
export function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  let known = none<Answer>();
  let count = 0;
  return (text) => {
    if (text.length > longest) return work(text);
    let answer = known[text];
    if (answer === undefined) {
      answer = work(text);
      if (count++ >= most) {
        known = none();
        count = 1;
      }
      known[text] = answer;
    }
    return answer;
  };
}

/** No map: engines copy the names of properties, while the key of a map that was cut out of a document keeps the document. */
function none<Answer>(): Record<string, Answer> {
  return Object.create(null);
}
