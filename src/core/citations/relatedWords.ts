const beginning = 'related reviews of ';

/** What is said of a citation in front matter, where nobody wrote a sentence: “related reviews of INC-12”, by the document's id, else its file. */
export function relatedWords(text: string, path: string): string {
  const id = /^(?:id|number|incident|incident_id) *[:=] *["']?([\w.-]{1,80})/im.exec(text.slice(0, 2000))?.[1];
  return `${beginning}${id ?? path.slice(path.lastIndexOf('/') + 1)}`;
}

/** Whether a citing sentence is what we say ourselves where nobody wrote one. */
export function isOurWords(sentence: string): boolean {
  return sentence.startsWith(beginning);
}

/** A citing sentence in quotation marks; what we say ourselves where there is none stands without. */
export function quotedSentence(sentence: string): string {
  return isOurWords(sentence) ? sentence : `“${sentence}”`;
}
