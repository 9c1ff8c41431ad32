// How many columns a text takes. Asked for each line of each frame: what is surely one column a letter is only counted.
import stringWidth from 'string-width';

/** Latin, Cyrillic, and the signs that our sentences and screens are made of. */
const isPlain = /^[ -~\u00a0\u0400-\u0482\u048a-\u04ff«»·×–—…✔✖❯↑↓│─╭╮╰╯█▀▄░]*$/;

/** Terminal columns of one line of text. */
export const widthOf = (text: string): number => (isPlain.test(text) ? text.length : stringWidth(text));
