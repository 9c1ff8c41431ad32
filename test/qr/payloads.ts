// The payment links that the QR room is tried with.
import {readFileSync} from 'node:fs';

export type Payload = {
	readonly name: string;
	readonly payload: string;
	readonly bytes: number;
	/** Columns × rows with quiet zone 2, all in bytes. */
	readonly halfBlocks: {readonly L: string; readonly M: string};
};

type Vector = Payload & {readonly verdict: string};

const file = new URL('../golden/qr-payloads.json', import.meta.url);
const {vectors} = JSON.parse(readFileSync(file, 'utf8')) as {vectors: readonly Vector[]};

/** Every payload of the golden file that may be shown. */
export const goodPayloads: readonly Payload[] = vectors.filter(({verdict}) => verdict === 'ok');

/** One of them by its name. */
export function payloadNamed(name: string): string {
	const found = goodPayloads.find((one) => one.name === name);
	if (found === undefined) throw new Error(`No payload ${name} in the golden file`);
	return found.payload;
}
