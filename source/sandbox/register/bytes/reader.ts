// Reads the fields of a request, one after another. Lengths are checked before a command runs, so a read never fails.

/** A cursor over the bytes of one payload; numbers are little-endian, as the protocol has them (reference, section 3). */
export class Reader {
	readonly #bytes: Uint8Array;
	#offset: number;

	constructor(bytes: Uint8Array, offset = 0) {
		this.#bytes = bytes;
		this.#offset = offset;
	}

	/** Bytes that were not read yet. */
	get left(): number {
		return this.#bytes.length - this.#offset;
	}

	/** An unsigned number of `size` bytes, 1…6. */
	uint(size: number): number {
		let value = 0;
		for (let index = size - 1; index >= 0; index--)
			value = value * 256 + (this.#bytes[this.#offset + index] ?? 0);
		this.#offset += size;
		return value;
	}

	u8(): number {
		return this.uint(1);
	}

	u16(): number {
		return this.uint(2);
	}

	u32(): number {
		return this.uint(4);
	}

	/** A sum of 5 bytes, in kopecks. */
	money(): number {
		return this.uint(5);
	}

	/** A signed number of 2 bytes. */
	i16(): number {
		const value = this.uint(2);
		return value > 0x7fff ? value - 0x10000 : value;
	}

	take(size: number): Uint8Array {
		const part = this.#bytes.subarray(this.#offset, this.#offset + size);
		this.#offset += size;
		return part;
	}

	rest(): Uint8Array {
		return this.take(this.left);
	}
}
