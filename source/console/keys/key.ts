// One press of a key, as the rest of the console knows it.

/** Keys with a name of their own; every other key is its character. */
export type KeyName =
	| 'enter'
	| 'esc'
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'pageup'
	| 'pagedown'
	| 'home'
	| 'end'
	| 'backspace'
	| 'delete'
	| 'tab'
	| 'ctrl-c'
	| `f${number}`;

/** A single press. */
export type Key = {
	/** A name, or the character that was typed. */
	readonly name: string;
	/** What the terminal sent: a text field gets this. */
	readonly sequence: string;
	/** Whether it types a character. */
	readonly isText: boolean;
};
