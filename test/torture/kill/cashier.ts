// What a cashier does at the console: types a sum, waits for its end or cancels, leaves.
import type {Row} from '../../e2e/support/journal.ts';
import type {Process} from '../support/process.ts';
import type {Enter} from './compare.ts';
import {rowsIn} from './rows.ts';

/** Sums with .02 and .05 are nobody's hurry: the till has to cancel them. */
export const isCancelled = (amountKopecks: number): boolean => [2, 5].includes(amountKopecks % 100);

const firstScreen = 'Новый платёж';
/** A payment of before has ended unpaid, and its receipt still waits for another try. */
const openReceipt = 'x отпустить';
const lookMs = 150;

/** Sits at the console until the payment has ended or the console has died. Without an Enter: what goes on is awaited. */
export async function sitAt(running: Process, folder: string, enter: Enter | null): Promise<void> {
	let isAlive = true;
	void running.ended.then(() => {
		isAlive = false;
	});
	if (enter) {
		await Promise.race([running.says(firstScreen), running.says(openReceipt)]);
		if (!running.output().includes(firstScreen)) {
			running.type('x');
			await running.says('Отпустить чек');
			running.type('\r');
			if (!(await running.says(firstScreen))) return;
		}
		running.type(`${(enter.amountKopecks / 100).toFixed(2)}\r\r`);
	}
	let isAsked = false;
	while (isAlive) {
		const own = newestOrder(folder);
		const amountKopecks = Number(own[0]?.body['amountKopecks']);
		const isMine = enter === null || amountKopecks === enter.amountKopecks;
		if (isMine && isOver(own)) break;
		if (isMine && isCancelled(amountKopecks) && !isAsked && has(own, 'qr.shown')) {
			isAsked = true;
			running.type('\u001b');
			if (!(await running.says('Отменить платёж?'))) return;
			running.type('\r');
		}
		await new Promise((done) => setTimeout(done, lookMs));
	}
	// F10 leaves the first screen at once and asks on others; a stop is never refused.
	running.signal('SIGTERM');
}

function newestOrder(folder: string): readonly Row[] {
	const rows = rowsIn(folder);
	const order = rows.findLast(({type}) => type === 'payment.started')?.orderId;
	return order === undefined ? [] : rows.filter(({orderId}) => orderId === order);
}

const has = (rows: readonly Row[], type: string): boolean => rows.some((row) => row.type === type);

const unpaidEnd = /^(?:payment\.(?:declined|expired|cancelled|unresolved)|order\.rejected)$/;

/** Nothing goes on any more: no order at all, a closed receipt, an end without money. */
function isOver(rows: readonly Row[]): boolean {
	if (rows.length === 0) return true;
	if (has(rows, 'payment.paid')) return has(rows, 'receipt.closed');
	return rows.some(({type}) => unpaidEnd.test(type));
}
