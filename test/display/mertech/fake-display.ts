// A QR display made from the reference alone: takes bytes in pieces of any size and knows what a person would see.

export type Seen =
	| {readonly type: 'empty'}
	| {readonly type: 'qr'; readonly text: string}
	| {readonly type: 'success'}
	| {readonly type: 'failure'};

const words: Readonly<Record<string, Seen>> = {
	CLS: {type: 'empty'},
	correct: {type: 'success'},
	mistake: {type: 'failure'},
};

/** `history` holds all that was ever shown, `rubbish` the bytes that belong to no command. */
export class FakeDisplay {
	readonly history: Seen[] = [];
	rubbish = 0;
	#bytes: number[] = [];

	/** An old code of a former process stands there at power-up. */
	seen: Seen = {type: 'qr', text: 'https://old.example/'};

	take(bytes: Iterable<number>): void {
		this.#bytes.push(...bytes);
		while (this.#takeOne());
	}

	#takeOne(): boolean {
		const bytes = this.#bytes;
		if (bytes.length < 3) return false;
		if (bytes[0] === 0x02 && bytes[1] === 0xf0 && bytes[2] === 0x03) {
			const end = bytes.indexOf(0x03, 3);
			if (end < 0) return false;
			this.#show(words[String.fromCharCode(...bytes.slice(3, end))], end + 1);
			return true;
		}
		if (bytes[0] === 0x02 && bytes[1] === 0xf2 && bytes[2] === 0x02) {
			if (bytes.length < 5) return false;
			const length = (bytes[3] ?? 0) * 256 + (bytes[4] ?? 0);
			if (bytes.length < length + 8) return false;
			const [x, y, z] = bytes.slice(length + 5, length + 8);
			const isWhole = x === 0x02 && y === 0xf2 && z === 0x03;
			const text = new TextDecoder().decode(Uint8Array.from(bytes.slice(5, length + 5)));
			this.#show(isWhole ? {type: 'qr', text} : undefined, length + 8);
			return true;
		}
		this.#show(undefined, 1);
		return true;
	}

	#show(seen: Seen | undefined, length: number): void {
		this.#bytes.splice(0, length);
		if (seen === undefined) {
			this.rubbish += length;
			return;
		}
		this.seen = seen;
		this.history.push(seen);
	}
}
