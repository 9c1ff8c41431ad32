// What a printed code costs on the line, for the tests of the slip and for the bench.
import type {TraceLine} from '../../../source/register/index.ts';
import type {ModelName} from '../../../source/sandbox/register/index.ts';

/** A payload of exactly so many bytes, shaped as a payment link is. */
export function linkOf(bytes: number): string {
	const head =
		'https://qr.nspk.ru/AD10006M8KH234K782OQM0L13JI31LQD?type=02&bank=100000000007&sum=125000&cur=RUB&note=';
	return head.slice(0, bytes).padEnd(bytes, 'abcdefghijklmnop-qrstuvwxyz');
}

/** Bytes from us to the register for these commands: the frame, and ENQ and ACK around it. */
export const wireBytes = (lines: readonly TraceLine[], codes: readonly string[]): number =>
	lines.reduce((sum, line) => {
		const isOne = line.from === 'host' && 'command' in line && codes.includes(line.command);
		return isOne ? sum + line.payload.length / 2 + 3 + 2 : sum;
	}, 0);

export type Way = {
	readonly model: ModelName;
	/** The commands that load and print the code. */
	readonly codes: readonly string[];
	/** Most bytes for links of 100, 200 and 300 bytes; null: it costs what it costs. */
	readonly limits: readonly (number | null)[];
};

/** Every way of printing a code, on a model that takes it. */
export const ways: readonly Way[] = [
	{model: 'm-02f', codes: ['DD', 'DE'], limits: [200, 370, 450]},
	{model: 'light', codes: ['DD', 'DE'], limits: [200, 370, 450]},
	{model: 'no-barcode', codes: ['4E', '4D'], limits: [330, 520, 720]},
	{model: 'retail', codes: ['4E', '4D'], limits: [330, 520, 720]},
	{model: 'raster-only', codes: ['C4', 'C3'], limits: [null, null, null]},
	{model: 'fr-k', codes: ['C0', 'C1'], limits: [null, null, null]},
];
