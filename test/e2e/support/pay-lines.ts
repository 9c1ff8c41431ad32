// The lines of `pay --json`, exactly as docs/cli.md gives them: no field less, none more.
import {expect} from 'vitest';
import type {Ended, Line} from './program.ts';

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);

/** The lines as told; a QR that came to the tape later than to the screen is told twice, here with all its places once. */
export function told(ended: Ended): readonly Line[] {
	const lines = ended.lines();
	const first = lines.findIndex(({type}) => type === 'qr');
	const last = lines.findLast(({type}) => type === 'qr');
	return lines.flatMap((line, at) => (line.type !== 'qr' ? [line] : at === first && last ? [last] : []));
}

type Facts = {readonly orderId: string; readonly method: string; readonly amountKopecks: number};

export const startedLine = ({orderId, method, amountKopecks}: Facts) => ({
	type: 'started',
	orderId,
	method,
	amountKopecks,
	at: isoTime,
});

export const qrLine = (shownOn: readonly string[]) => ({
	type: 'qr',
	payload: expect.stringMatching(/^[\x21-\x7e]{10,512}$/),
	expiresAt: isoTime,
	// A tape slower than two seconds (a busy machine) is not waited for: then the line names the screen alone.
	shownOn: expect.toSatisfy((where) => isPlaces(where, shownOn) || isPlaces(where, ['screen'])),
});

const isPlaces = (where: unknown, places: readonly string[]): boolean =>
	JSON.stringify(where) === JSON.stringify(places);

export const pollLine = (n: number, status: string, errorsInRow = 0) => ({
	type: 'poll',
	n,
	status,
	errorsInRow,
	remainingS: expect.toSatisfy((value) => Number.isInteger(value) && value >= 0),
	...(status === 'error'
		? {error: {kind: expect.stringMatching(/^[a-z]+$/), text: expect.stringMatching(/\S/)}}
		: {}),
});

export type ReceiptFacts = {
	readonly state: string;
	readonly number: unknown;
	readonly fiscalDocument: unknown;
};

export const noReceipt: ReceiptFacts = {state: 'none', number: null, fiscalDocument: null};
export const receiptOff: ReceiptFacts = {...noReceipt, state: 'off'};
export const receiptFailed: ReceiptFacts = {...noReceipt, state: 'failed'};
export const closedReceipt = (number: number, fiscalDocument: number): ReceiptFacts => ({
	state: 'closed',
	number,
	fiscalDocument,
});

export const resultLine = (
	{orderId, method, amountKopecks}: Facts,
	end: {
		readonly outcome: string;
		readonly reason?: unknown;
		readonly receipt: ReceiptFacts;
		readonly exitCode: number;
		readonly gatewayOrderId?: unknown;
	},
) => ({
	type: 'result',
	outcome: end.outcome,
	orderId,
	gatewayOrderId:
		end.gatewayOrderId === undefined ? expect.stringMatching(/^SBX-[0-9a-f]{16}/) : end.gatewayOrderId,
	method,
	amountKopecks,
	reason: end.reason ?? null,
	receipt: end.receipt,
	exitCode: end.exitCode,
});

export const settledLine = (orderId: string, outcome: string, receipt: ReceiptFacts) => ({
	type: 'settled',
	orderId,
	outcome,
	receipt,
});

export const errorLine = (exitCode: number, code: string, text: unknown = expect.stringMatching(/\S/)) => ({
	type: 'error',
	exitCode,
	code,
	text,
});
